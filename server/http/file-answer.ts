import type { FastifyReply } from 'fastify'

/** What a file is called and how it is kept; nothing of it stays in a cache unless it is said for how long. */
type FileHead = { mime: string; name: string; isShown?: boolean; cache?: string }

/**
 * Says of an answer that it is a file. Its bytes are what the route gives back: they go out once the transaction is committed, so that
 * nobody holds a paper of which nothing is kept.
 */
export function answersFile(
  reply: FastifyReply,
  { mime, name, isShown = false, cache = 'no-store' }: FileHead,
): void {
  void reply
    .header('content-type', mime)
    .header('cache-control', cache)
    .header(
      'content-disposition',
      `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
}
