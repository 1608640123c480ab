import type { Instant } from '#domain/calendar/days.ts'
import { defaultProfile, type Profile } from '#domain/profile/profile.ts'
import type { Member } from './staff.ts'
import { demoDistrict } from './units.ts'

/** What the invented district decided of its own: suggestions are answered sooner. */
const data: Profile = {
  ...defaultProfile,
  limits: defaultProfile.limits.map((rule) =>
    rule.clock === 'handle' && rule.kind === 'suggestion'
      ? { ...rule, limit: { amount: 10, unit: 'workDays' }, source: '区平安办第三次联席会议' }
      : rule,
  ),
}

/** The second version of the demo's profile, published as the demo begins: what came before keeps the first. */
export function secondProfile(members: readonly Member[], now: Instant): object {
  return {
    ...{ district_id: demoDistrict, version: 2, data, from_at: new Date(now).toISOString() },
    reason: '区平安办第三次联席会议：建议类事项办理时限由 15 个工作日缩短到 10 个工作日',
    published_by: members.find((member) => member.login === 'songmingzhu')?.accountId,
  }
}
