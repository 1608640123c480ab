import { App, Button } from 'antd'
import { useRuling } from '#web/category/queries.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import type { Template } from './TemplatesPage.tsx'
import { templateWords as words } from './words.ts'

/** Ends the offer of a template, or takes that back. */
export function CloseTemplate({ template }: { template: Template }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const { run, isPending, rest } = useRuling(
    (commandId) =>
      call('closeTemplate', {
        params: { id: template.id },
        body: { commandId, version: template.version, isClosed: !template.isClosed },
      }),
    [],
    () => void message.success(say(words.done)),
  )
  return (
    <>
      <Button size="small" loading={isPending} onClick={run}>
        {say(template.isClosed ? words.open : words.close)}
      </Button>
      {rest && (
        <Notice tone="act" live>
          {rest}
        </Notice>
      )}
    </>
  )
}
