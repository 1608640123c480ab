import { district, freshId } from './factory.ts'
import type { Appeal } from './matters.ts'
import type { TestServer } from './server.ts'

/** Asks for something about oneself by the query code. Out: the id of the request. */
export async function askAbout(server: TestServer, { queryCode }: Appeal, wish: object): Promise<string> {
  const id = freshId()
  await server.visitor.ok('askSubject', { params: { district }, body: { queryCode, id, wish } })
  return id
}

/** An answer that grants a request, once the person was called. */
export const answering = (id: string, more: object = {}) => ({
  params: { id },
  body: { commandId: freshId(), outcome: 'granted', answer: '已按您的请求办理', checked: 'called', ...more },
})

/** Every table in which some text or some bytes still stand. */
export async function standsIn(server: TestServer, needles: readonly string[]): Promise<string[]> {
  const { rows } = await server.owner.query<{ name: string }>(
    `select relname name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await server.owner.query(
      `select from ${name} t where to_jsonb(t)::text ~ $1 limit 1`,
      [needles.join('|')],
    )
    if (hits.length > 0) found.push(name)
  }
  return found.toSorted()
}
