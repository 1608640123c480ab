import { type NavigateOptions, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/**
 * Leads to another page, once. The library's own `Navigate` leads there again at every drawing, and so takes back what
 * was pressed before the first page went away.
 */
export function Lead(to: NavigateOptions) {
  const navigate = useNavigate()
  const target = useRef<NavigateOptions>(to)
  const isLed = useRef(false)
  useEffect(() => {
    if (isLed.current) return
    isLed.current = true
    void navigate(target.current)
  }, [navigate])
  return null
}
