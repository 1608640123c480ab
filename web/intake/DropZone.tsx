import { FileExcelOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { refuse } from '#domain/refusal.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { sendFile } from '#web/lib/send-file.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { intakeWords as words } from './words.ts'

const maxMb = 60

/** A place to drop a workbook on, or to press. */
export function DropZone() {
  const { language, say } = useWords()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [going, setGoing] = useState<{ name: string; share: number }>()
  const [failure, setFailure] = useState<unknown>()

  const send = async (file: File | undefined) => {
    if (!file || going) return
    setFailure(undefined)
    if (file.size > maxMb * 1024 * 1024)
      return setFailure(new RefusalError(refuse('tooBigExcel', { max: maxMb }), 413))
    setGoing({ name: file.name, share: 0 })
    try {
      const view = await sendFile(
        'uploadImport',
        { params: { id: newId() }, query: { name: file.name } },
        file,
        (share) => setGoing({ name: file.name, share }),
      )
      queryClient.setQueryData(['import', view.id], view)
      void queryClient.invalidateQueries({ queryKey: ['imports'] })
      await navigate({ to: '/imports/$id', params: { id: view.id } })
    } catch (error) {
      setFailure(error)
    } finally {
      setGoing(undefined)
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void send(event.dataTransfer.files[0])
  }
  return (
    <>
      <div
        className="drop"
        data-over={isOver ? 'yes' : 'no'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <FileExcelOutlined aria-hidden="true" className="drop-icon" />
        {going ? (
          <div className="drop-going" role="status">
            <span>{say(words.uploading, { name: going.name, percent: Math.round(going.share * 100) })}</span>
            <progress
              value={going.share}
              aria-label={say(words.uploading, { name: going.name, percent: Math.round(going.share * 100) })}
            />
          </div>
        ) : (
          <>
            <span>{say(words.dropHere)}</span>
            <Button onClick={() => input.current?.click()}>{say(words.chooseFile)}</Button>
            <small className="quiet">{say(words.dropNote)}</small>
          </>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xls,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-label={say(words.chooseFile)}
          onChange={(event) => {
            void send(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      {failure !== undefined && (
        <Notice tone="act" live>
          {failureWords(failure, language)}
        </Notice>
      )}
    </>
  )
}
