import { StarFilled, StarOutlined } from '@ant-design/icons'
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { sentences, useWords } from '#web/lib/words.ts'

const words = sentences({
  follow: { zh: '关注', en: 'Follow' },
  following: { zh: '已关注', en: 'Following' },
})

/** The boxes of what I follow and have opened, and their count; no other list changes by my looking. */
function lookAgain(client: QueryClient): void {
  void client.invalidateQueries({
    queryKey: ['matters'],
    predicate: ({ queryKey }) => /"(followed|recent)"|counts/.test(JSON.stringify(queryKey)),
  })
}

/** Follows a matter or lets it go. While it is in sight it counts as opened, and its changes as seen. */
export function FollowButton({ id, version }: { id: string; version: number }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const key = ['follow', id, version]
  const { data } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const answer = await call('openMatter', { params: { id }, body: { version } }, signal)
      lookAgain(client)
      return answer
    },
    staleTime: Infinity,
    gcTime: 0,
  })
  const turn = useMutation({
    mutationFn: (isFollowed: boolean) =>
      call(isFollowed ? 'unfollowMatter' : 'followMatter', { params: { id } }),
    onSuccess: (answer) => {
      client.setQueryData(key, answer)
      lookAgain(client)
    },
    onError: (error) => void message.error(failureWords(error, language)),
  })
  const isFollowed = data?.isFollowed ?? false
  return (
    <Button
      type="text"
      size="small"
      icon={isFollowed ? <StarFilled /> : <StarOutlined />}
      aria-pressed={isFollowed}
      disabled={!data}
      loading={turn.isPending}
      onClick={() => turn.mutate(isFollowed)}
    >
      {say(isFollowed ? words.following : words.follow)}
    </Button>
  )
}
