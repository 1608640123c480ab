import { sql } from 'kysely'
import { openDatabase, openPool } from '#server/db/pool.ts'
import { inScope, scopeOf } from '#server/db/scope.ts'
import { newId } from '#server/ids.ts'
import { type Author, appealRow } from '#server/matter/birth.ts'
import { type Addition, addVoices } from '#server/matter/join.ts'

export type LongMatter = { id: string; title: string; number: string; login: string }

const sayings = [
  '我们这一单元也一样，晚上根本睡不着，家里还有个刚满月的孩子。',
  '已经反映过两次了，每次来人看看就走，希望这次给个准话。',
  '水都漫到楼道里来了，老人不敢出门，请尽快。',
  '同意前面几位邻居说的，能不能开个会当面讲清楚？',
  '照片发在群里了，需要的话我可以带你们去看现场。',
]
const jottings = [
  '到现场量了三处，只有靠西那一处还在渗，已做记号，明天带仪器再来。',
  '与业委会通了电话，说维修资金要走表决，先垫付再补手续，需要街道协调。',
  '供应商回话：配件周四到货；到货前先用临时夹具，夜里有人值守。',
  '住户情绪比上周平稳，但要求书面写明时间，已答应今天下班前给。',
]

const voice = (districtId: number, matterId: string, at: number, index: number) =>
  appealRow(
    {
      ...{ district: districtId, matterId, appealId: newId(at), channel: 'qr', placeCode: null },
      words: sayings[index % sayings.length] ?? '',
      ...{ name: index % 4 === 0 ? null : '林小满', phone: index % 4 === 0 ? null : '19900001234' },
      ...{
        isAnonymous: index % 4 === 0,
        isConfidential: index % 9 === 0,
        externalNo: null,
        externalDueAt: null,
      },
      ...{ importId: null, submittedAt: at },
    },
    at,
  ).row

/** Gives a matter that somebody of the demo is handling eighty more voices and a long run of notes between them. */
export async function lengthen(url: string, voices = 80, notes = 140): Promise<LongMatter> {
  const pool = openPool(url)
  const db = openDatabase(pool)
  const now = Date.now()
  try {
    const { rows: districts } = await pool.query<{ id: number }>('select id from district limit 1')
    const districtId = districts[0]?.id ?? 0
    return await inScope(db, scopeOf({ kind: 'system', districtId }), async (tx) => {
      const { rows } = await sql<LongMatter & { author: string; postId: string; unitId: string }>`
        select m.id, m.title, m.number, a.login, a.id author, o.id "postId", o.unit_id "unitId" from matter m
        join post o on o.district_id = m.district_id and o.unit_id = m.holder_id
        join account a on a.district_id = o.district_id and a.person_id = o.person_id
        where m.state = 'handling' and o.role = 'departmentOfficer' and o.to_on is null
          and a.disabled_at is null order by m.appeals desc, m.received_at limit 1`.execute(tx)
      const [found] = rows
      if (!found) throw new Error('nobody handles anything')
      const { id, login, author: by, postId, unitId } = found
      const author: Author = { kind: 'staff', id: by, postId, unitId }
      const more: Addition[] = Array.from({ length: voices }, (_, index) => ({
        ...{ verb: 'join', matterId: id, commandId: newId(now) },
        appeal: voice(districtId, id, now - (voices - index) * 600_000, index),
      }))
      await addVoices(tx, districtId, more.slice(0, voices / 2), author, now - 600_000)
      const first = more[0]
      const appealId = first?.verb === 'join' ? first.appeal.id : ''
      const written: Addition[] = Array.from({ length: notes }, (_, index) => ({
        ...{ verb: 'note', matterId: id, commandId: newId(now), appealId },
        text: `${jottings[index % jottings.length]}（第 ${index + 1} 次）`,
      }))
      await addVoices(tx, districtId, [...written, ...more.slice(voices / 2)], author, now)
      return { id, title: found.title, number: found.number, login }
    })
  } finally {
    await pool.end()
  }
}
