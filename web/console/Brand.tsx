import mark from './mark.svg'

/** The maple leaf and the name. */
export function Brand({ name, note }: { name: string; note?: string }) {
  return (
    <span className="brand">
      <img src={mark} alt="" width="28" height="28" />
      <span>
        <b>{name}</b>
        {note && <small>{note}</small>}
      </span>
    </span>
  )
}
