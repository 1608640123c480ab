import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { SubsidyLineView, SubsidyListView } from '#contract/subsidy.ts'
import { levelLabels } from '#contract/words/labels.ts'
import { formLabels } from '#contract/words/mediation-labels.ts'
import { exclusionLabels, takenOutLabels, tierLabels } from '#contract/words/subsidy-labels.ts'
import { type SubsidyTier, subsidyTiers, type TakenOut, takenOutReasons } from '#domain/mediation/subsidy.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { yuanOf } from './money.ts'
import { inRow } from './names.ts'
import { useSubsidyDeed } from './subsidy-queries.ts'
import { subsidyWords as words } from './subsidy-words.ts'

type Props = { list: SubsidyListView; line: SubsidyLineView }

/** One case of a list: paid with how much, or why not; who draws the list up may say how hard it was, or take it out. */
export function SubsidyLine({ list, line }: Props) {
  const { language, say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { number, leadName, closedOn, level, tier, fen, reasons, missing } = line
  return (
    <tr>
      <td data-label={say(words.number)}>
        <Link
          className="link number"
          to="/matters/$id/mediations/$mediationId"
          params={{ id: line.matterId, mediationId: line.mediationId }}
        >
          {number}
        </Link>
      </td>
      <td data-label={say(words.mediator)}>{leadName}</td>
      <td data-label={say(words.closedOn)} className="number">
        {closedOn}
      </td>
      <td data-label={say(words.tier)}>
        {say(levelLabels[level])} · {say(tierLabels[tier])}
      </td>
      <td data-label={say(words.outcome)}>
        <div className="subsidy-outcome">
          {reasons.length === 0 ? (
            <b className="number">{say(words.yuan, { yuan: yuanOf(fen) })}</b>
          ) : (
            <span>
              {inRow(
                reasons.map((reason) => say(exclusionLabels[reason])),
                language,
              )}
              {missing.length > 0 && (
                <small className="quiet">
                  {say(words.missing, {
                    forms: inRow(
                      missing.map((form) => say(formLabels[form])),
                      language,
                    ),
                  })}
                </small>
              )}
            </span>
          )}
          {list.mayEdit && list.state === 'drawn' && !isOpen && (
            <Button size="small" aria-label={say(words.editOf, { number })} onClick={() => setOpen(true)}>
              {say(words.edit)}
            </Button>
          )}
        </div>
        {isOpen && <EditForm list={list} line={line} onDone={() => setOpen(false)} />}
      </td>
    </tr>
  )
}

function EditForm({ list, line, onDone }: Props & { onDone: () => void }) {
  const { say } = useWords()
  const [tier, setTier] = useState<SubsidyTier | ''>(line.saidTier ?? '')
  const [takenOut, setTakenOut] = useState<TakenOut | ''>(line.takenOut ?? '')
  const [ofMediator, setOfMediator] = useState(false)
  const { mediationId } = line
  const said = { mediationId, tier: tier === '' ? null : tier, takenOut: takenOut === '' ? null : takenOut }
  const deed = useSubsidyDeed(
    (commandId) =>
      call('editSubsidyLine', { params: { id: list.id }, body: { commandId, ...said, ofMediator } }),
    [],
    onDone,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  return (
    <form
      className="form subsidy-edit"
      aria-label={say(words.editOf, { number: line.number })}
      onSubmit={submit}
    >
      <select
        className="input"
        aria-label={say(words.tier)}
        value={tier}
        onChange={(event) => setTier(event.target.value as SubsidyTier | '')}
      >
        <option value="">{say(words.asProposed)}</option>
        {subsidyTiers.map((one) => (
          <option key={one} value={one}>
            {say(tierLabels[one])}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={say(words.takenOut)}
        value={takenOut}
        onChange={(event) => setTakenOut(event.target.value as TakenOut | '')}
      >
        <option value="">{say(words.notTakenOut)}</option>
        {takenOutReasons.map((one) => (
          <option key={one} value={one}>
            {say(takenOutLabels[one])}
          </option>
        ))}
      </select>
      <label className="subsidy-also">
        <input
          type="checkbox"
          checked={ofMediator}
          onChange={(event) => setOfMediator(event.target.checked)}
        />
        {say(words.ofMediator)}
      </label>
      {deed.rest && (
        <Notice tone="act" live>
          {deed.rest}
        </Notice>
      )}
      <div className="subsidy-buttons">
        <Button type="primary" htmlType="submit" size="small" loading={deed.isPending}>
          {say(words.save)}
        </Button>
        <Button size="small" onClick={onDone}>
          {say(words.cancel)}
        </Button>
      </div>
    </form>
  )
}
