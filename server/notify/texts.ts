import { textCode } from '#domain/resident/asking.ts'
import type { Sms } from '../config.ts'
import type { Adapter } from './adapter.ts'
import type { HookRules } from './hook-address.ts'
import { hookAdapter } from './hooks.ts'

/**
 * Text messages by a gateway: one signed request each, as to any other system, with the number, the template and what fills it.
 * The gateway drops doubles by the id. What exactly is sent stands in docs/operations.md.
 */
export function textAdapter({ url, secret, templates }: Sms, rules: HookRules, clock: () => number): Adapter {
  const hook = hookAdapter(rules, clock)
  return {
    send({ id, to, text, language = 'zh' }) {
      const params = { code: text, minutes: String(textCode.lifeMs / 60_000) }
      const body = { id, to: `+86${to}`, template: templates[language], language, params }
      return hook.send({ id, to: url, subject: 'text', text: JSON.stringify(body), secret })
    },
  }
}
