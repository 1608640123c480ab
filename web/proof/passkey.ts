import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { type Answer, call, type Given } from '#web/lib/api.ts'

/** The person said no, or the device holds none: no fault of anybody. */
export class PasskeyNotUsed extends Error {}

type PasskeyAnswer = Given<'signInByPasskey'>['body']['answer']

/** Whether this browser can use passkeys at the address it shows: never at a bare number. */
export const canUsePasskeys = () =>
  browserSupportsWebAuthn() && !/^[\d.]+$|^\[/.test(globalThis.location.hostname)

async function asked<T>(work: () => Promise<T>): Promise<PasskeyAnswer> {
  try {
    return (await work()) as PasskeyAnswer
  } catch (error) {
    throw new PasskeyNotUsed('passkey', { cause: error })
  }
}

/** Lets the device answer a challenge to sign in or to confirm. */
export async function answerWithPasskey(): Promise<PasskeyAnswer> {
  const { options } = await call('askPasskey', {})
  return asked(() =>
    startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }),
  )
}

/** Lets the device make a new passkey for the challenge it was given. */
export async function makePasskey({ options }: Answer<'askNewPasskey'>): Promise<PasskeyAnswer> {
  return asked(() =>
    startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }),
  )
}
