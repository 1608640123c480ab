import { Button } from 'antd'
import { Notice } from './Notice.tsx'

/** How a form ends: what was refused, where it concerns no field; then to send it, or to leave it. */
export function FormEnd({
  refused,
  act,
  later,
  isGrave = false,
  isPending,
  onClose,
}: {
  refused: string | undefined
  act: string
  later: string
  isGrave?: boolean
  isPending: boolean
  onClose: () => void
}) {
  return (
    <>
      {refused && (
        <Notice tone="act" live>
          {refused}
        </Notice>
      )}
      <div className="form-actions">
        <Button type="primary" danger={isGrave} htmlType="submit" loading={isPending}>
          {act}
        </Button>
        <Button onClick={onClose}>{later}</Button>
      </div>
    </>
  )
}
