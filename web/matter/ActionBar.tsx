import { MoreOutlined } from '@ant-design/icons'
import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { fieldLabels, verbLabels } from '#contract/words/labels.ts'
import type { FieldName } from '#domain/matter/fields.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { usePhone } from '#web/lib/use-media.ts'
import { useWords } from '#web/lib/words.ts'
import { formWords } from './form-words.ts'
import { actionsOf } from './likely.ts'
import { useMove } from './use-move.ts'
import { verbFields } from './verb-fields.ts'
import { matterWords as words } from './words.ts'

type Props = { matter: MatterPage; open: Verb | undefined; onOpen: (verb: Verb | undefined) => void }

/** What I may do now: the likely step first, the others beside it, the grave ones apart. On a phone it stays at the bottom. */
export function ActionBar({ matter, open, onOpen }: Props) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const isPhone = usePhone()
  const [isMoreOpen, setMoreOpen] = useState(false)
  const move = useMove(matter)
  const { first, others, grave } = actionsOf(matter)
  const label = (verb: Verb) => say(verbLabels[verb])

  const act = (verb: Verb) => {
    setMoreOpen(false)
    if (verbFields[verb] !== undefined) return onOpen(open === verb ? undefined : verb)
    move.mutate(
      { verb, input: {} },
      {
        onSuccess: () => void message.success(say(formWords.done, { verb: label(verb) })),
        onError: (error) => void message.error(failureWords(error, language)),
      },
    )
  }
  const button = (verb: Verb, look: 'first' | 'other' | 'grave') => (
    <Button
      key={verb}
      data-verb={verb}
      type={look === 'first' ? 'primary' : 'default'}
      danger={look === 'grave'}
      aria-expanded={verbFields[verb] ? open === verb : undefined}
      loading={move.isPending && move.variables.verb === verb}
      onClick={() => act(verb)}
      block={isPhone}
    >
      {label(verb)}
    </Button>
  )
  const missing = matter.may.includes('triage') && matter.missing.length > 0
  const isEmpty = first === undefined && others.length === 0 && grave.length === 0
  // a phone shows two and the rest on request
  const [second, ...hidden] =
    first === undefined && isPhone ? others : isPhone ? [others[0], ...others.slice(1)] : []

  return (
    <section className="actions" aria-label={say(words.nowDo)}>
      {missing && (
        <p className="quiet actions-missing">
          {say(words.missing, {
            fields: matter.missing
              .map((name) => say(fieldLabels[name as FieldName] ?? { zh: name, en: name }))
              .join(language === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
      {isEmpty && <p className="quiet">{say(words.nothingToDo)}</p>}
      {!isEmpty && !isPhone && (
        <div className="actions-row">
          {first && button(first, 'first')}
          {others.map((verb) => button(verb, 'other'))}
          {grave.length > 0 && (
            <div className="actions-grave" role="group" aria-label={say(words.graveActions)}>
              {grave.map((verb) => button(verb, 'grave'))}
            </div>
          )}
        </div>
      )}
      {!isEmpty && isPhone && (
        <div className="actions-row">
          {first && button(first, 'first')}
          {second && button(second, 'other')}
          {hidden.length + grave.length > 0 && (
            <Button icon={<MoreOutlined />} aria-expanded={isMoreOpen} onClick={() => setMoreOpen(true)}>
              {say(words.moreActions)}
            </Button>
          )}
          <Drawer
            open={isMoreOpen}
            onClose={() => setMoreOpen(false)}
            placement="bottom"
            size="auto"
            title={say(words.moreActions)}
          >
            <div className="form">
              {hidden.map((verb) => verb && button(verb, 'other'))}
              {grave.length > 0 && <span className="quiet">{say(words.graveActions)}</span>}
              {grave.map((verb) => button(verb, 'grave'))}
            </div>
          </Drawer>
        </div>
      )}
    </section>
  )
}
