import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Debian's Chromium without windows and what belongs to them: the same pages for a quarter less of the processor. */
const windowless = 'chromium-headless-shell'

/** A browser of the Chromium family: CHROMIUM_PATH, or the first one on the path. */
export function findChromium(): string | undefined {
  const given = process.env['CHROMIUM_PATH']
  if (given) return existsSync(given) ? given : undefined
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return [windowless, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path))
}

const hasChineseFont = () => {
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  // without fontconfig nobody can tell; the screenshots will show it
  return list.status !== 0 || list.stdout.trim() !== ''
}

/** The newest PostgreSQL the system has installed itself: the folder with its programs and its major version. */
export function findSystemPostgres(): { folder: string; major: number } | undefined {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  const major = readdirSync(root)
    .map(Number)
    .filter((version) => version >= 15 && existsSync(join(root, String(version), 'bin', 'initdb')))
    .sort((a, b) => b - a)[0]
  return major ? { folder: join(root, String(major), 'bin'), major } : undefined
}

function install(packages: string[]): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    console.log(
      `请先安装 please install: ${packages.join(' ')} （Debian: sudo apt-get install ${packages.join(' ')}）`,
    )
    return
  }
  console.log(`正在安装 installing: ${packages.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { env, encoding: 'utf8', timeout: 600_000 } as const
  spawnSync('apt-get', ['update', '-qq'], quiet)
  const run = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)
  if (run.status !== 0)
    console.log(`安装没有成功 the installation failed:\n${(run.stderr ?? '').slice(-2_000)}`)
}

/** Installs what the browser tests need where root allows, else says what to install. Gives the browser's path if there is one. */
export function ensureChromium(): string | undefined {
  const font = findChromium() && hasChineseFont() ? [] : ['fonts-noto-cjk']
  const isThere = findChromium()?.endsWith(windowless) || process.env['CHROMIUM_PATH']
  const missing = [...(isThere ? [] : [windowless]), ...font]
  if (missing.length > 0) install(missing)
  // where Debian does not have it, the whole browser does
  if (!findChromium()) install(['chromium', ...font])
  return findChromium()
}

/** The same for the system's PostgreSQL, the oldest that the product supports. */
export function ensureSystemPostgres(): { folder: string; major: number } | undefined {
  if (!findSystemPostgres() && process.platform === 'linux') install(['postgresql-15'])
  return findSystemPostgres()
}

/** Debian's relay for video calls, by which one story goes; undefined where there is none and nobody may install it. */
export function ensureRelay(): string | undefined {
  const path = '/usr/bin/turnserver'
  if (!existsSync(path) && process.platform === 'linux') install(['coturn'])
  return existsSync(path) ? path : undefined
}
