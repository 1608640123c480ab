/** @jsxImportSource preact */

/** The mark: a maple leaf in the colour kept for it. */
export function Leaf() {
  return (
    <svg class="leaf" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 1.5 14 5.4l2.5-1-.8 4.7 3-2.2.7 1.9 3.1-.5-1.2 3.2 1.5 1.2-5.4 3.4.5 2-4.7-.8V22.5h-1.2v-5.2l-4.9.8.5-2-5.4-3.4 1.5-1.2-1.2-3.2 3.1.5.7-1.9 3 2.2-.8-4.7 2.5 1z" />
    </svg>
  )
}
