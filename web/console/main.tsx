import { createRoot } from 'react-dom/client'
import '#web/ui/tokens.css'
import '#web/ui/ui.css'
import '#web/ui/form.css'
import '#web/ui/table.css'
import './console.css'
import { clearOldDrafts } from '#web/lib/drafts.ts'
import { showPreferences } from '#web/lib/preferences.ts'
import { giveStylesTheirNonce } from '#web/lib/style-nonce.ts'
import { App } from './App.tsx'

giveStylesTheirNonce()
showPreferences()
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showPreferences)
clearOldDrafts()

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
