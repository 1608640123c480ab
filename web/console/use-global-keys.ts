import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { boxes } from '#contract/list.ts'
import { isTyping } from '#web/lib/keys.ts'
import { readPreferences } from '#web/lib/preferences.ts'

/** The keys that work on every page. */
export function useGlobalKeys(onHelp: () => void): void {
  const navigate = useNavigate()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!readPreferences().hasKeys || isTyping(event)) return
      const box = boxes[Number(event.key) - 1]
      if (event.key === '?') onHelp()
      else if (event.key === '/') {
        event.preventDefault()
        document.getElementById('search')?.focus()
      } else if (event.key === 'n') {
        event.preventDefault()
        void navigate({ to: '/register' })
      } else if (box) void navigate({ to: '/matters/$box', params: { box } })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [navigate, onHelp])
}
