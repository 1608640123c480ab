/** @jsxImportSource preact */
import { reader, switchLanguage, switchSize, useSay } from '../reader.ts'
import { useStore } from '../store.ts'
import { startWords } from '../words/start.ts'
import { Leaf } from './Leaf.tsx'
import { Link } from './Link.tsx'

/** The name of the product, the other language, and large type. */
export function TopBar() {
  const { say, language } = useSay()
  const { isLarge } = useStore(reader)
  return (
    <header class="bar">
      <Link to="/" class="brand">
        <Leaf />
        <span>{say(startWords.brand)}</span>
      </Link>
      <button type="button" class="quiet" aria-pressed={isLarge} onClick={switchSize}>
        {say(startWords.large)}
      </button>
      <button type="button" class="quiet" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={switchLanguage}>
        {say(startWords.otherLanguage)}
      </button>
    </header>
  )
}
