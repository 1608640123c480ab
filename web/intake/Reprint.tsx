import { PrinterOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { deskWords as words } from './desk-words.ts'
import { SlipPaper } from './SlipPaper.tsx'

/** Prints the slip of a voice once more, for who wrote it down; it stands on record as soon as it is asked for. */
export function Reprint({ matterId, appealId }: { matterId: string; appealId: string }) {
  const { language, say } = useWords()
  const [commandId, setCommandId] = useState<string>()
  const print = useMutation({
    mutationFn: (id: string) =>
      call('printSlip', { params: { id: matterId }, body: { commandId: id, appealId } }),
  })
  const open = () => {
    const id = newId()
    setCommandId(id)
    print.mutate(id)
  }
  return (
    <>
      <button type="button" className="link" onClick={open}>
        {say(words.reprint)}
      </button>
      <Modal
        open={commandId !== undefined}
        onCancel={() => setCommandId(undefined)}
        title={say(words.reprint)}
        footer={null}
        width={560}
        rootClassName="slip-dialog"
        destroyOnHidden
      >
        <p className="quiet screen-only">{say(words.reprintLead)}</p>
        {print.error && (
          <Notice tone="act" live>
            {failureWords(print.error, language)}
          </Notice>
        )}
        {print.data && (
          <>
            <SlipPaper slip={print.data} titleId={`slip-${appealId}`} />
            <div className="form-actions screen-only">
              <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
                {say(words.print)}
              </Button>
            </div>
          </>
        )}
      </Modal>
    </>
  )
}
