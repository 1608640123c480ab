/** @jsxImportSource preact */

import { useMemo } from 'preact/hooks'
import { qrPath } from '#web/lib/qr-path.ts'

/** An address to scan, black on white in every look. */
export function QrCode({ url, label }: { url: string; label: string }) {
  const { path, size } = useMemo(() => qrPath(url), [url])
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
