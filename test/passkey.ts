import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()
const url = (bytes: Buffer) => bytes.toString('base64url')
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const cborText = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
const cborBytes = (bytes: Buffer) =>
  Buffer.concat([Buffer.from([0x59, bytes.length >> 8, bytes.length & 255]), bytes])

type Options = { challenge: string; rp?: { id: string }; rpId?: string; user?: { id: string } }

/** A passkey as a telephone holds it: makes and signs what a browser would hand on (WebAuthn level 2, §6). */
export class SoftPasskey {
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly id = randomBytes(16)
  readonly #origin: string
  #counter = 0
  userHandle = ''

  constructor(origin = 'http://localhost') {
    this.#origin = origin
  }

  #clientData(type: 'webauthn.create' | 'webauthn.get', challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }))
  }

  #about(rpId: string, flags: number): Buffer {
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), u32(++this.#counter)])
  }

  /** Answers a challenge for a new passkey. */
  make(options: unknown) {
    const { challenge, rp, user } = options as Options
    this.userHandle = user?.id ?? ''
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' })
    const cose = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])
    const authData = Buffer.concat([
      ...[this.#about(rp?.id ?? '', 0x45), Buffer.alloc(16), Buffer.from([0, this.id.length])],
      ...[this.id, cose],
    ])
    const attestationObject = Buffer.concat([
      ...[Buffer.from([0xa3]), cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0])],
      ...[cborText('authData'), cborBytes(authData)],
    ])
    return this.#answer({
      clientDataJSON: url(this.#clientData('webauthn.create', challenge)),
      attestationObject: url(attestationObject),
      transports: ['internal'],
    })
  }

  /** Answers a challenge to sign in; `isVerified` false: nobody put a finger on it. */
  sign(options: unknown, { isVerified = true, userHandle = this.userHandle } = {}) {
    const { challenge, rpId } = options as Options
    const clientData = this.#clientData('webauthn.get', challenge)
    const authenticatorData = this.#about(rpId ?? '', isVerified ? 0x05 : 0x01)
    const signature = sign(
      'sha256',
      Buffer.concat([authenticatorData, sha256(clientData)]),
      this.#pair.privateKey,
    )
    return this.#answer({
      clientDataJSON: url(clientData),
      authenticatorData: url(authenticatorData),
      signature: url(signature),
      userHandle,
    })
  }

  #answer(response: Record<string, unknown>) {
    return {
      ...{ id: url(this.id), rawId: url(this.id), type: 'public-key' as const },
      ...{ clientExtensionResults: {}, response },
    }
  }
}
