import { App, Button } from 'antd'
import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import type { Answer } from '#web/lib/api.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { When } from '#web/ui/When.tsx'
import { useMatterDuty } from './queries.ts'
import { dutyWords as words } from './words.ts'
import './duty.css'

type Data = Answer<'getMatterDuty'>

/** After a ruling: what was proposed from it for the list, and the way to propose it. */
export function ProposePanel({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const wasRuled = matter.actionLog.some(({ verb }) => verb === 'rule')
  const { data } = useMatterDuty(matter, wasRuled)
  const [isOpen, setOpen] = useState(false)
  if (!data || (!data.mayPropose && data.proposals.length === 0)) return null
  return (
    <section className="panel" aria-labelledby="duty-propose">
      <header>
        <h2 id="duty-propose">{say(words.proposeTitle)}</h2>
      </header>
      <div className="panel-body">
        {data.proposals.map((one) => (
          <p key={one.id}>
            {one.state === 'open' && say(words.proposalOpen, { by: one.byName })}
            {one.state === 'taken' && say(words.proposalTaken, { no: one.no ?? '' })}
            {one.state === 'declined' && say(words.proposalDeclined)} <When at={one.at} />
          </p>
        ))}
        {data.mayPropose && !isOpen && (
          <>
            <p className="quiet">{say(words.proposeText, { main: data.main?.name ?? '' })}</p>
            <Button onClick={() => setOpen(true)}>{say(words.propose)}</Button>
          </>
        )}
        {data.mayPropose && isOpen && (
          <ProposeForm matterId={matter.id} data={data} onClose={() => setOpen(false)} />
        )}
      </div>
    </section>
  )
}

function ProposeForm({ matterId, data, onClose }: { matterId: string; data: Data; onClose: () => void }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const [areaId, setAreaId] = useState('')
  const [forClass, setForClass] = useState(false)
  const [basis, setBasis] = useState('')
  const [reason, setReason] = useState('')
  const { run, isPending, errorAt, rest } = useDeed(
    ['rules', 'duties'],
    (id) =>
      call('proposeDuty', {
        params: { id: matterId },
        body: { id, areaId: areaId || null, forClass, basis, reason },
      }),
    ['areaId', 'basis', 'reason'],
    () => {
      message.success(say(words.proposeDone))
      onClose()
    },
  )
  const named = (one: Data['category']) => (one ? (language === 'zh' ? one.nameZh : one.nameEn) : '')
  return (
    <form
      className="form"
      aria-label={say(words.proposeTitle)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
    >
      <p>{say(words.hintMain, { main: data.main?.name ?? '' })}</p>
      <Choices
        label={say(words.forWhat)}
        options={[
          { value: 'category', label: say(words.forCategory, { category: named(data.category) }) },
          ...(data.classOf
            ? [{ value: 'class', label: say(words.forClass, { category: named(data.classOf) }) }]
            : []),
        ]}
        value={forClass ? 'class' : 'category'}
        onChoose={(value) => setForClass(value === 'class')}
      />
      <Choices
        label={say(words.area)}
        options={[
          { value: '', label: say(words.wholeDistrict) },
          ...data.areas.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={areaId}
        error={errorAt('areaId')}
        onChoose={setAreaId}
      />
      <Field label={say(words.basis)} hint={say(words.basisHint)} error={errorAt('basis')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            maxLength={300}
            value={basis}
            onChange={(event) => setBasis(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={say(words.proposeReason)}
        isOptional
        hint={say(words.proposeReasonHint)}
        error={errorAt('reason')}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            className="input"
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <FormEnd
        refused={rest}
        act={say(words.propose)}
        later={say(words.cancel)}
        isPending={isPending}
        onClose={onClose}
      />
    </form>
  )
}
