/** A thin bar of how much has gone. In: shares 0 to 1 and a tone; what it means stands beside it in words. */
export function ShareBar({
  share,
  mark,
  tone,
}: {
  share: number
  mark?: number
  tone: 'calm' | 'near' | 'act' | 'still'
}) {
  return (
    <div className="bar" data-tone={tone} aria-hidden="true">
      <i style={{ width: `${Math.min(Math.max(share, 0.01), 1) * 100}%` }} />
      {mark !== undefined && <b style={{ left: `${mark * 100}%` }} />}
    </div>
  )
}
