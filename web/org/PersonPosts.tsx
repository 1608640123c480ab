import { Button } from 'antd'
import { useState } from 'react'
import { roleLabels } from '#contract/words/labels.ts'
import type { Answer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { EndAllPosts } from './EndAllPosts.tsx'
import { EndPost } from './EndPost.tsx'
import { GivePost } from './GivePost.tsx'
import { peopleWords as words } from './people-words.ts'

type Person = Answer<'getPerson'>

/** The posts of a person, those of today first, and the ways to give and to end one. */
export function PersonPosts({ person }: { person: Person }) {
  const { say } = useWords()
  const [isGiving, setGiving] = useState(false)
  const [isEnding, setEnding] = useState(false)
  const standing = person.posts.filter(({ when }) => when !== 'past').length
  return (
    <section className="panel" aria-labelledby="person-posts">
      <header>
        <h2 id="person-posts">{say(words.posts)}</h2>
        {!isGiving && !isEnding && (
          <div className="form-actions">
            <Button onClick={() => setGiving(true)}>{say(words.givePost)}</Button>
            {standing > 1 && <Button onClick={() => setEnding(true)}>{say(words.endAll)}</Button>}
          </div>
        )}
      </header>
      {isEnding && <EndAllPosts person={person} onClose={() => setEnding(false)} />}
      {isGiving && <GivePost personId={person.id} onClose={() => setGiving(false)} />}
      {person.posts.length === 0 && <div className="panel-body quiet">{say(words.noPosts)}</div>}
      <ul className="lines">
        {person.posts.map((post) => (
          <PostLine key={post.id} personId={person.id} post={post} />
        ))}
      </ul>
    </section>
  )
}

function PostLine({ personId, post }: { personId: string; post: Person['posts'][number] }) {
  const { say } = useWords()
  const [isEnding, setEnding] = useState(false)
  const { fromOn, toOn, when } = post
  const isVoid = toOn !== null && toOn < fromOn
  const label = say(words.post, { unit: post.unit.name, role: say(roleLabels[post.role]) })
  const mayEnd = when !== 'past' && !isVoid
  return (
    <li className="post-line">
      <div>
        <b className={mayEnd ? undefined : 'quiet'}>{label}</b>
        <br />
        <small className="quiet number">
          {isVoid
            ? say(words.never)
            : toOn === null
              ? say(words.since, { from: fromOn })
              : say(words.span, { from: fromOn, to: toOn })}
          {!isVoid && when !== 'now' && <> · {say(words[when])}</>}
        </small>
      </div>
      {mayEnd && !isEnding && (
        <Button aria-label={say(words.endPostOf, { post: label })} onClick={() => setEnding(true)}>
          {say(words.endPost)}
        </Button>
      )}
      {isEnding && (
        <EndPost
          personId={personId}
          postId={post.id}
          label={say(words.endPostOf, { post: label })}
          onClose={() => setEnding(false)}
        />
      )}
    </li>
  )
}
