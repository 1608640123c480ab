import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntdApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { usePreferences } from '#web/lib/preferences.ts'
import { useMedia, usePhone } from '#web/lib/use-media.ts'
import { themeOf } from '#web/ui/theme.ts'
import { newQueryClient } from './queries.ts'
import { router } from './router.tsx'

const queryClient = newQueryClient((why) => {
  const { pathname, href } = router.state.location
  if (/\/sign-in(\/back)?$/.test(pathname)) return
  queryClient.removeQueries({ queryKey: ['me'] })
  void router.navigate({ to: '/sign-in', search: { from: href, ...(why ? { why } : {}) } })
})

/** The console: look, language, data and pages put together. */
export function App() {
  const { language, theme, isCare } = usePreferences()
  const isPhone = usePhone()
  const prefersDark = useMedia('(prefers-color-scheme: dark)')
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  const isDark = theme === 'dark' || (theme === 'auto' && prefersDark)
  const size = isCare ? 20 : isPhone ? 16 : 14
  return (
    <StrictMode>
      <ConfigProvider
        theme={themeOf(isDark, isStill, size, isCare || isPhone ? 44 : 32)}
        locale={language === 'zh' ? zhCN : enUS}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <AntdApp component={false} message={{ duration: 4, maxCount: 2 }}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </AntdApp>
      </ConfigProvider>
    </StrictMode>
  )
}
