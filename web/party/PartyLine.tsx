import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import type { PartyView } from '#contract/party.ts'
import { capacityLabels, partyRoleLabels } from '#contract/words/party-labels.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { MatterLinks } from '#web/matter/MatterLinks.tsx'
import { purposesIn, RevealDialog } from '#web/matter/RevealDialog.tsx'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import { partyWords as words } from './words.ts'

type Elsewhere = Answer<'listPartyElsewhere'>['parties'][number]

/** One party, masked: what it is, for whom it acts, what is missing, where its number stands as well. */
export function PartyLine({
  party,
  matter,
  elsewhere,
  isRemoved = false,
  onEdit,
  onRemove,
  onGuardian,
}: {
  party: PartyView
  matter: MatterPage
  elsewhere?: Elsewhere | undefined
  isRemoved?: boolean
  onEdit?: () => void
  onRemove?: () => void
  onGuardian?: () => void
}) {
  const { language, say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const role = say(partyRoleLabels[party.role])
  const joint = language === 'zh' ? '、' : ', '
  const principals = party.actsFor.map((one) => one.name ?? say(words.no, { no: one.no }))
  const facts = [
    party.phone,
    party.contactName && say(words.contact, { name: party.contactName }),
    party.hasAddress && say(words.hasAddress),
    principals.length > 0 && say(words.actsFor, { names: principals.join(joint) }),
  ].filter(Boolean)
  const named = (what: string) => say(words.partyNamed, { what, no: party.no, role })
  const button = (what: string, onClick: () => void) => (
    <button type="button" className="link" aria-label={named(what)} onClick={onClick}>
      {what}
    </button>
  )
  const isMine = !isRemoved && party.mayReveal
  const count = elsewhere ? elsewhere.rows.length + elsewhere.more : 0
  return (
    <li className="party" data-removed={isRemoved ? 'yes' : 'no'}>
      <p className="party-who">
        <span className="party-no number">{party.no}</span>
        <b>{party.name ?? say(words.hidden)}</b>
        <span className="quiet">{role}</span>
        {party.isRepresentative && <FlagTag tone="info">{say(words.representative)}</FlagTag>}
        {party.capacity && party.capacity !== 'full' && (
          <FlagTag tone="near">{say(capacityLabels[party.capacity])}</FlagTag>
        )}
        {party.isConfidential && <FlagTag tone="near">{say(words.confidential)}</FlagTag>}
      </p>
      {facts.length > 0 && <p className="quiet number">{facts.join(' · ')}</p>}
      {isRemoved && (
        <p className="quiet">
          <When at={party.changedAt} />
        </p>
      )}
      {!isRemoved && party.needsGuardian && (
        <p className="party-missing">
          <FlagTag tone="near">{say(words.needsGuardian)}</FlagTag>{' '}
          {matter.may.includes('addParty') && onGuardian && button(say(words.addGuardian), onGuardian)}
        </p>
      )}
      {elsewhere && (
        <details>
          <summary>{say(words.elsewhere, { count })}</summary>
          <MatterLinks rows={elsewhere.rows} />
          {elsewhere.more > 0 && (
            <p className="quiet matter-links-more">{say(words.elsewhereMore, { count: elsewhere.more })}</p>
          )}
        </details>
      )}
      {party.mayReveal && (
        <p className="party-actions">
          {button(say(words.reveal), () => setOpen(true))}
          {isMine && matter.may.includes('editParty') && onEdit && button(say(words.edit), onEdit)}
          {isMine && matter.may.includes('removeParty') && onRemove && button(say(words.remove), onRemove)}
        </p>
      )}
      {isOpen && (
        <RevealDialog
          ask={(body) => call('revealParty', { params: { id: matter.id, partyId: party.id }, body })}
          offered={purposesIn(matter.state)}
          more={More}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  )
}

/** What a revealed party has beside name and number, and what stood there before it was corrected. */
function More({ shown }: { shown: Answer<'revealParty'> }) {
  const { say } = useWords()
  const { address, contactName, before } = shown
  return (
    <div className="party-revealed">
      {contactName && <p>{say(words.contact, { name: contactName })}</p>}
      {address && <p>{address}</p>}
      {before.length > 0 && (
        <details>
          <summary>{say(words.before)}</summary>
          <ul>
            {before.map((one) => (
              <li key={one.at}>
                {[one.name, one.phone, one.contactName, one.address].filter(Boolean).join(' · ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
