import { routeLabels } from '#contract/words/labels.ts'
import { mediationTypeLabels, obstacleLabels } from '#contract/words/mediation-labels.ts'
import type { MediationType } from '#domain/mediation/mediation.ts'
import {
  type Obstacle,
  type ObstacleName,
  obstacleNames,
  obstacles,
  whyUnsuitable,
} from '#domain/mediation/suitability.ts'
import { useWords } from '#web/lib/words.ts'
import { FieldGroup } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { inRow } from './names.ts'
import { openWords as words } from './open-words.ts'

/** What may stand against a mediation, each with its article; what does is told at once, with the route instead. */
export function ObstacleFields({
  type,
  found,
  error,
  onChange,
}: {
  type: MediationType
  found: readonly ObstacleName[]
  error: string | undefined
  onChange: (found: ObstacleName[]) => void
}) {
  const { language, say } = useWords()
  const against = whyUnsuitable(type, found)
  const facts = (name: ObstacleName) => ({
    what: say(obstacleLabels[name]),
    type: say(mediationTypeLabels[type]),
    routes: inRow(
      obstacles[name].routes.map((route) => say(routeLabels[route])),
      language,
    ),
  })
  const isApart = (name: ObstacleName) => {
    const { types }: Obstacle = obstacles[name]
    return types !== undefined && !types.includes(type)
  }
  return (
    <FieldGroup
      label={say(words.obstacles)}
      hint={say(words.obstaclesHint)}
      error={against ? undefined : error}
      isOptional
    >
      <div className="checks obstacles">
        {obstacleNames.map((name) => (
          <label key={name} className="check">
            <input
              type="checkbox"
              checked={found.includes(name)}
              onChange={(event) =>
                onChange(event.target.checked ? [...found, name] : found.filter((one) => one !== name))
              }
            />
            <span>
              {say(obstacleLabels[name])}
              <br />
              <small className="quiet">
                {say(words.article, { article: obstacles[name].article })}
                {found.includes(name) && isApart(name) && ` · ${say(words.otherType, facts(name))}`}
              </small>
            </span>
          </label>
        ))}
      </div>
      {against && (
        <Notice tone="act" live>
          {say(words.stands, facts(against))}
        </Notice>
      )}
    </FieldGroup>
  )
}
