import { App, Button, Checkbox } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import type { AidKindView } from '#contract/aid-kind.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { missingWords } from '#web/whistle/missing.ts'
import '#web/whistle/whistle.css'
import './aid.css'
import { kindName } from './kind-name.ts'
import { useAidKinds } from './queries.ts'
import { aidWords as words } from './words.ts'

const blank: AidKindView = { code: '', nameZh: '', nameEn: '', isOn: true, version: 0 }

/** The catalogue of help of a district, for whoever keeps its rules. */
export function KindsPage() {
  const { language, say } = useWords()
  const kinds = useAidKinds()
  const [open, setOpen] = useState<AidKindView>()
  const title = say(words.kinds)
  useEffect(() => {
    document.title = title
  }, [title])
  const close = () => setOpen(undefined)
  return (
    <div className="page whistles">
      <div className="page-top">
        <h1>{title}</h1>
        <Button type="primary" onClick={() => setOpen(blank)}>
          {say(words.addKind)}
        </Button>
      </div>
      <p className="page-lead">{say(words.kindsLead)}</p>
      {open?.version === 0 && <KindForm key="new" kind={open} onClose={close} />}
      {kinds.isPending && <Skeleton rows={8} />}
      {kinds.error && <ErrorState error={kinds.error} onRetry={() => void kinds.refetch()} />}
      {kinds.data && (
        <ul className="panel whistle-list">
          {kinds.data.rows.map((kind) => (
            <li key={kind.code} className="whistle-row">
              <div className="whistle-link">
                <span className="whistle-top">
                  <b>{kindName(kind, language)}</b>
                  <span className="quiet">{kindName(kind, language === 'zh' ? 'en' : 'zh')}</span>
                  <small className="quiet number">{kind.code}</small>
                  {!kind.isOn && <span className="quiet">{say(words.isOff)}</span>}
                  <Button
                    size="small"
                    aria-label={`${say(words.editKind)} ${kindName(kind, language)}`}
                    onClick={() => setOpen(kind)}
                  >
                    {say(words.editKind)}
                  </Button>
                </span>
                {open?.code === kind.code && open.version > 0 && (
                  <KindForm key={kind.code} kind={kind} onClose={close} />
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type Name = 'code' | 'nameZh' | 'nameEn'

function KindForm({ kind, onClose }: { kind: AidKindView; onClose: () => void }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const [values, setValues] = useState(kind)
  const [isTried, setTried] = useState(false)
  const isNew = kind.version === 0
  const { code, nameZh, nameEn, isOn } = values
  const deed = useDeed(
    ['aids'],
    (commandId) =>
      call('saveAidKind', {
        params: { code },
        body: { commandId, version: kind.version, nameZh, nameEn, isOn },
      }),
    ['code', 'nameZh', 'nameEn'],
    () => {
      message.success(say(words.save))
      onClose()
    },
  )
  const isFilled = /^[0-9A-Z]{2,16}$/.test(code) && nameZh.trim() !== '' && nameEn.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isFilled) deed.run()
  }
  const line = (name: Name, label: Sentence, hint?: Sentence) => (
    <Field
      label={say(label)}
      {...(hint ? { hint: say(hint) } : {})}
      error={
        deed.errorAt(name) ??
        (isTried && (name === 'code' ? !/^[0-9A-Z]{2,16}$/.test(code) : values[name].trim() === '')
          ? missingWords(label, language)
          : undefined)
      }
    >
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          maxLength={name === 'nameEn' ? 80 : 40}
          value={values[name]}
          onChange={(event) =>
            setValues({
              ...values,
              [name]: name === 'code' ? event.target.value.toUpperCase() : event.target.value,
            })
          }
        />
      )}
    </Field>
  )
  return (
    <form
      className="form whistle-form"
      aria-label={say(isNew ? words.addKind : words.editKind)}
      onSubmit={submit}
      noValidate
    >
      {isNew && line('code', words.code, words.codeHint)}
      {line('nameZh', words.nameZh)}
      {line('nameEn', words.nameEn)}
      <Checkbox checked={isOn} onChange={(event) => setValues({ ...values, isOn: event.target.checked })}>
        {say(words.isOn)}
      </Checkbox>
      <FormEnd
        refused={deed.rest}
        act={say(words.save)}
        later={say(words.cancel)}
        isPending={deed.isPending}
        onClose={onClose}
      />
    </form>
  )
}
