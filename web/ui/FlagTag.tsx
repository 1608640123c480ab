import type { ReactNode } from 'react'

export type Tone = 'act' | 'near' | 'info' | 'good' | 'still'

const shapes: Record<Tone, ReactNode> = {
  act: <path d="M5 0 10 10H0z" />,
  near: <path d="M5 0 10 5 5 10 0 5z" />,
  info: <circle cx="5" cy="5" r="4.5" />,
  good: <path d="m1 5 3 3 5-6" fill="none" stroke="currentColor" strokeWidth="2" />,
  still: <rect x="1" y="1" width="8" height="8" rx="1" />,
}

/** A word with a shape of its own, so that colour is never the only sign. */
export function FlagTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="flag" data-tone={tone}>
      <svg viewBox="0 0 10 10" aria-hidden="true" fill="currentColor">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  )
}
