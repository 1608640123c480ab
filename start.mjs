// The one door: plain JavaScript that runs on Node 20, brings the rest, and hands over to TypeScript on Node 24.
//   node start.mjs                start the product
//   node start.mjs test|stories|bench|torture|build …    what npm test, npm run stories … call
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const startedAt = Date.now()
const root = dirname(fileURLToPath(import.meta.url))
const [wanted = 'start', ...rest] = process.argv.slice(2)
const programs = {
  start: 'server/launch.ts',
  test: 'scripts/test.ts',
  stories: 'scripts/stories.ts',
  bench: 'bench/run.ts',
  torture: 'bench/torture.ts',
  build: undefined,
}
// in stdout of the bench only figures; progress always goes to stderr
const say = (text) => process.stderr.write(`${text}\n`)

if (!(wanted in programs)) {
  say(`不认识 “${wanted}”。Unknown “${wanted}”: use one of ${Object.keys(programs).join(', ')}.`)
  process.exit(2)
}

/** Runs a program with its output visible on stderr and a line when it takes long; ends us when it fails. */
function runVisibly(title, command, args, options = {}) {
  const began = Date.now()
  say(title)
  const run = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
  if (run.status !== 0) {
    say(`没有成功 failed: ${command} ${args.join(' ')} ${run.error ? `(${run.error.message})` : ''}`)
    process.exit(run.status || 1)
  }
  say(`  ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    hash.update(relative(root, path).split(sep).join('/'))
    hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}

const readStamp = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

function ensurePackages() {
  const stamp = join(root, 'node_modules', '.maple-lock')
  const hash = hashOf([join(root, 'package-lock.json')])
  if (readStamp(stamp) === hash) return
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : undefined
  const command = npm ? npm[0] : process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // engine warnings would speak of the Node at hand, not of the one the product runs on
  const args = [
    ...(npm ? [npm[1]] : []),
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  runVisibly(
    '正在安装依赖（首次约一分钟）… Installing packages (about a minute the first time) …',
    command,
    args,
    {
      shell: process.platform === 'win32' && !npm,
    },
  )
  writeFileSync(stamp, hash)
}

const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

/** A Node that runs TypeScript as it is: this one, or the one npm brought. */
function findNode() {
  if (isNewEnough(process.version)) return process.execPath
  const system = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const brought = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', file)
  if (existsSync(brought)) {
    const probe = spawnSync(brought, ['--version'], { encoding: 'utf8' })
    if (probe.status === 0 && isNewEnough(probe.stdout.trim())) return brought
  }
  say(
    `本机的 Node 是 ${process.version}，本产品需要 22.18 或更新版本；本平台（${system}-${process.arch}）没有随附的 Node，请安装 Node 24 后再试。\n` +
      `This machine has Node ${process.version}; the product needs 22.18 or later and npm carries none for ${system}-${process.arch}. Please install Node 24 and try again.`,
  )
  process.exit(1)
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function ensureWeb(node) {
  const stamp = join(root, 'dist', '.stamp')
  const sources = ['web', 'contract', 'domain'].flatMap((zone) => filesBelow(join(root, zone)))
  const settings = ['vite.config.ts', 'package-lock.json', 'scripts/precompress.ts'].map((file) =>
    join(root, file),
  )
  const hash = hashOf([...sources, ...settings])
  if (readStamp(stamp) === hash) return
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  runVisibly('正在构建网页… Building the pages …', node, [vite, 'build', '--logLevel', 'warn'])
  runVisibly('正在压缩网页… Compressing the pages …', node, [join(root, 'scripts', 'precompress.ts')])
  writeFileSync(stamp, hash)
}

ensurePackages()
const node = findNode()
if (wanted !== 'test') ensureWeb(node)

const program = programs[wanted]
if (program) {
  const bin = join(root, 'node_modules', '.bin')
  const path = [dirname(node), bin, process.env.PATH].join(process.platform === 'win32' ? ';' : ':')
  // the channel tells the program when we are killed, so that nothing is left running
  const child = spawn(node, [join(root, program), ...rest], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: path, MAPLE_COMMAND_AT: String(startedAt) },
    cwd: root,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    say(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}
