import { App, Button } from 'antd'
import { copyText } from '#web/lib/copy-text.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { peopleWords as words } from './people-words.ts'

type Props = { name: string; password: string | null; onNoted: () => void }

/** The password for one use, in sight until it is noted. */
export function OncePassword({ name, password, onNoted }: Props) {
  const { say } = useWords()
  const { message } = App.useApp()
  const copy = async () => {
    if (await copyText(password ?? '')) message.success(say(words.copied))
  }
  return (
    <Notice tone={password === null ? 'near' : 'good'} live>
      <div className="form">
        {password === null ? (
          <p>{say(words.onceGone)}</p>
        ) : (
          <p>
            {say(words.once)} <code className="once-password">{password}</code>
            <br />
            {say(words.onceText, { name })}
          </p>
        )}
        <div className="form-actions">
          {password !== null && <Button onClick={() => void copy()}>{say(words.copy)}</Button>}
          <Button onClick={onNoted}>{say(password === null ? words.cancel : words.noted)}</Button>
        </div>
      </div>
    </Notice>
  )
}
