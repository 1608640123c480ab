import { DownloadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import { useMay } from '#web/console/queries.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import type { Filters } from '#web/matter/filters.ts'
import type { Box } from '#web/matter/queries.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { viewQueryOf } from '#web/view/queries.ts'
import { useExportCommands } from './queries.ts'
import { exportWords as words } from './words.ts'

type Props = { box: Box; filters: Filters }

/** The list as a workbook, for a stated purpose. */
export function ExportButton(props: Props) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  if (!useMay('matter.export')) return null
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setOpen(true)}>
        {say(words.make)}
      </Button>
      {isOpen && <ExportForm {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function ExportForm({ box, filters, onClose }: Props & { onClose: () => void }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { start } = useExportCommands()
  const [id] = useState(newId)
  const [purpose, setPurpose] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start.mutate(
      { id, query: viewQueryOf(box, filters), purpose, language },
      {
        onSuccess: () => {
          message.success(say(words.started))
          onClose()
          void navigate({ to: '/work' })
        },
      },
    )
  }
  return (
    <Modal open onCancel={onClose} footer={null} title={say(words.title)} width={460}>
      <form className="form" onSubmit={submit}>
        <p>{say(words.lead)}</p>
        <p className="quiet">{say(words.most)}</p>
        <Field label={say(words.purpose)} hint={say(words.purposeHint)}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={200}
              required
              value={purpose}
              onChange={(event) => setPurpose(event.target.value)}
            />
          )}
        </Field>
        {start.error && (
          <Notice tone="act" live>
            {failureWords(start.error, language)}
          </Notice>
        )}
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={start.isPending} disabled={purpose.trim() === ''}>
            {say(words.go)}
          </Button>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
        </div>
      </form>
    </Modal>
  )
}
