import { Modal } from 'antd'
import { setPreferences, usePreferences } from '#web/lib/preferences.ts'
import { useWords } from '#web/lib/words.ts'
import { consoleWords as words } from './words.ts'

const keys = [
  ['j', words.keyNext],
  ['k', words.keyPrevious],
  ['Enter', words.keyOpen],
  ['↑ ↓', words.keyRows],
  ['x', words.keySelect],
  ['a', words.keyAct],
  ['Esc', words.keyBack],
  ['/', words.keySearch],
  ['1 – 4', words.keyBoxes],
  ['n', words.keyRegister],
  ['?', words.keyHelp],
] as const

/** Every key there is, and the switch that turns them off (WCAG 2.1.4). */
export function HelpSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { say } = useWords()
  const { hasKeys } = usePreferences()
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={say(words.helpTitle)} width={420}>
      <table className="keys">
        <tbody>
          {keys.map(([key, meaning]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{say(meaning)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="check">
        <input
          type="checkbox"
          checked={hasKeys}
          onChange={(event) => setPreferences({ hasKeys: event.target.checked })}
        />
        {say(words.keysOn)}
      </label>
    </Modal>
  )
}
