/** @jsxImportSource preact */
import { render } from 'preact'
import { App } from './App.tsx'
import { showReader } from './reader.ts'
import { keepSending } from './sending/outbox.ts'
import '../ui/tokens.css'
import './styles/page.css'
import './styles/button.css'
import './styles/form.css'
import './styles/track.css'

showReader()
keepSending()
const root = document.getElementById('page')
if (root) {
  root.replaceChildren()
  render(<App />, root)
}
