import { ArrowLeftOutlined, CopyOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App } from 'antd'
import type { MatterPage } from '#contract/matter.ts'
import { channelLabels, flagLabels } from '#contract/words/labels.ts'
import { FollowButton } from '#web/follow/FollowButton.tsx'
import { copyText } from '#web/lib/copy-text.ts'
import { useWords } from '#web/lib/words.ts'
import { PrintMenu } from '#web/paper/PrintMenu.tsx'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import type { Filters } from './filters.ts'
import type { Box } from './queries.ts'
import { toneOf } from './reasons.ts'
import { matterWords as words } from './words.ts'

type Props = { matter: MatterPage; box: Box; filters: Filters }

/** What it is. */
export function MatterHead({ matter, box, filters }: Props) {
  const { say } = useWords()
  const { message } = App.useApp()
  const copy = async () => {
    if (await copyText(matter.number)) message.success(say(words.copied, { text: matter.number }))
    else message.info(matter.number)
  }
  return (
    <header className="matter-head">
      <div className="matter-line">
        <Link
          className="back-link"
          to="/matters/$box"
          params={{ box }}
          search={{ ...filters, do: undefined }}
        >
          <ArrowLeftOutlined aria-hidden="true" /> {say(words.backToList)}
        </Link>
        <span className="number">{say(words.number, { number: matter.number })}</span>
        <button
          type="button"
          className="icon-button"
          aria-label={say(words.copyNumber)}
          title={say(words.copyNumber)}
          onClick={() => void copy()}
        >
          <CopyOutlined aria-hidden="true" />
        </button>
        <span className="quiet">{say(channelLabels[matter.channel])}</span>
        <span className="quiet">
          <When at={matter.receivedAt} />
        </span>
        <FollowButton id={matter.id} version={matter.version} />
        {!matter.destroyedAt && <PrintMenu matter={matter} />}
      </div>
      <h1 id="matter-title" tabIndex={-1}>
        {matter.title}
      </h1>
      {matter.flags.length > 0 && (
        <div className="flags">
          {matter.flags
            .filter((flag) => flag !== 'late' || !matter.flags.includes('farOver'))
            .map((flag) => (
              <FlagTag key={flag} tone={toneOf(flag)}>
                {say(flagLabels[flag])}
              </FlagTag>
            ))}
        </div>
      )}
    </header>
  )
}
