import { useState } from 'react'
import type { TicketView } from '#contract/hall.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { type Purpose, RevealDialog } from '#web/matter/RevealDialog.tsx'
import { hallWords as words } from './words.ts'

const offered: readonly Purpose[] = ['contact', 'other']

/** Who booked a number, masked, and the way to the whole for a purpose, on record. */
export function BookedBy({ ticket }: { ticket: TicketView }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  if (ticket.name === null && ticket.phone === null) return null
  return (
    <>
      {ticket.name && <span>{ticket.name}</span>}
      {ticket.phone && <span className="number">{ticket.phone}</span>}
      <button
        type="button"
        className="link"
        aria-label={say(words.revealOf, { number: ticket.label })}
        onClick={() => setOpen(true)}
      >
        {say(words.reveal)}
      </button>
      {isOpen && (
        <RevealDialog
          offered={offered}
          ask={(body) => call('revealTicket', { params: { id: ticket.id }, body })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
