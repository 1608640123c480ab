/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks'
import { type Say, useSay } from '../reader.ts'
import { refusedWords } from '../refused.ts'
import { mostPhotos, type Photo, type Shelf } from '../sending/shelf.ts'
import { useStore } from '../store.ts'
import { stairwellWords } from '../words/stairwell.ts'

function stateOf(photo: Photo, say: Say): string {
  switch (photo.phase) {
    case 'shrinking':
      return say(stairwellWords.photoShrinking)
    case 'kept':
      return say(stairwellWords.photoKept)
    case 'uploading':
      return say(stairwellWords.photoUploading, { percent: Math.round(photo.share * 100) })
    case 'done':
      return say(stairwellWords.photoDone)
    case 'unreadable':
      return say(stairwellWords.photoUnreadable)
    case 'refused':
      return say(stairwellWords.photoRefused)
  }
}

function Tile({ photo, n, shelf, isFrozen }: { photo: Photo; n: number; shelf: Shelf; isFrozen: boolean }) {
  const { say } = useSay()
  const mayRetry = photo.phase === 'kept' || photo.phase === 'refused'
  return (
    <li class={`tile ${photo.phase}`}>
      {photo.url ? (
        <img src={photo.url} alt={say(stairwellWords.photoName, { n })} />
      ) : (
        <span class="blank" />
      )}
      {photo.phase === 'uploading' && (
        <progress max={1} value={photo.share} aria-label={say(stairwellWords.photoName, { n })} />
      )}
      <span class="state">{stateOf(photo, say)}</span>
      {mayRetry && (
        <button type="button" onClick={() => void shelf.retry(photo.id)}>
          {say(stairwellWords.photoRetry)}
        </button>
      )}
      {!isFrozen && (
        <button
          type="button"
          class="remove"
          aria-label={say(stairwellWords.photoRemove, { n })}
          onClick={() => shelf.remove(photo.id)}
        >
          ×
        </button>
      )}
    </li>
  )
}

/** Photos by camera or from the album; each goes up at once and says how far it is. */
export function PhotoPicker({ shelf, isFrozen = false }: { shelf: Shelf; isFrozen?: boolean }) {
  const { say, language } = useSay()
  const photos = useStore(shelf.photos)
  const [leftOut, setLeftOut] = useState(0)
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)
  const refusal = photos.find((photo) => photo.phase === 'refused')?.refusal
  const isFull = photos.length >= mostPhotos

  const take = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement
    const files = [...(input.files ?? [])]
    setLeftOut(Math.max(0, photos.length + files.length - mostPhotos))
    void shelf.add(files)
    input.value = ''
  }
  return (
    <fieldset class="photos">
      <legend>{say(stairwellWords.photos, { most: mostPhotos })}</legend>
      {photos.length > 0 && (
        <ul class="tiles">
          {photos.map((photo, i) => (
            <Tile key={photo.id} photo={photo} n={i + 1} shelf={shelf} isFrozen={isFrozen} />
          ))}
        </ul>
      )}
      {!isFrozen && (
        <div class="row">
          <button type="button" disabled={isFull} onClick={() => camera.current?.click()}>
            {say(stairwellWords.camera)}
          </button>
          <button type="button" disabled={isFull} onClick={() => album.current?.click()}>
            {say(stairwellWords.album)}
          </button>
        </div>
      )}
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={take}
        aria-label={say(stairwellWords.camera)}
      />
      <input
        ref={album}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={take}
        aria-label={say(stairwellWords.album)}
      />
      <p class="error" role="alert">
        {refusal && refusedWords(refusal, language)}
      </p>
      {!isFrozen && (
        <p class="hint" role="status">
          {leftOut > 0
            ? say(stairwellWords.photosCut, { most: mostPhotos, count: leftOut })
            : say(isFull ? stairwellWords.photosFull : stairwellWords.photosHint, { most: mostPhotos })}
        </p>
      )}
    </fieldset>
  )
}
