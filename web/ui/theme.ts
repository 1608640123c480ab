import { type ThemeConfig, theme } from 'antd'

const light = {
  colorPrimary: '#1f5f5b',
  colorSuccess: '#1f5f5b',
  colorError: '#c2452d',
  colorWarning: '#b7791f',
  colorInfo: '#3f6485',
  colorText: '#1b2a33',
  colorTextSecondary: '#46555e',
  colorTextPlaceholder: '#5d6b73',
  colorBgBase: '#ffffff',
  colorBgLayout: '#fafaf7',
  colorBorder: '#868f90',
  colorBorderSecondary: '#e2e2d9',
}

const dark = {
  colorPrimary: '#2a7a74',
  colorSuccess: '#7fcac2',
  colorError: '#e0664c',
  colorWarning: '#d9a24a',
  colorInfo: '#7ea3c4',
  colorText: '#e6eae8',
  colorTextSecondary: '#b9c4c6',
  colorTextPlaceholder: '#9aa7ab',
  colorBgBase: '#12181b',
  colorBgContainer: '#1a2226',
  colorBgElevated: '#1f282d',
  colorBorder: '#74838b',
  colorBorderSecondary: '#2b363c',
}

/** Light letters on the dark page, dark letters on what is filled with maple: each with a contrast of 4.5. */
const darkButton = {
  colorPrimary: '#2a7a74',
  colorPrimaryHover: '#2f7f79',
  colorPrimaryActive: '#246b66',
  colorError: '#f0907a',
  colorErrorHover: '#f6a592',
  colorErrorActive: '#e07c64',
  dangerColor: '#20110c',
  defaultHoverColor: '#7fcac2',
  defaultHoverBorderColor: '#7fcac2',
  defaultActiveColor: '#9ad8d1',
  defaultActiveBorderColor: '#9ad8d1',
}

/** The component library in our tokens. In: dark or not, still or not, the size of running text and of what is touched, in pixels. */
export function themeOf(isDark: boolean, isStill: boolean, fontSize: number, target: number): ThemeConfig {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...(isDark ? dark : light),
      fontFamily: 'var(--face)',
      fontSize,
      controlHeight: target,
      borderRadius: 6,
      borderRadiusLG: 6,
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.12s',
      motion: !isStill,
      boxShadow: 'var(--shadow)',
      boxShadowSecondary: 'var(--shadow)',
      colorLink: 'var(--pine-text)',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        ...(isDark ? darkButton : {}),
      },
    },
  }
}
