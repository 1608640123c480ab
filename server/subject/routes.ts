import type { subjectRoutes } from '#contract/subject.ts'
import type { Functions } from '../http/bind.ts'
import { askOwnSubject, askSubject, seeOwnSubject, seeSubject } from './asking.ts'
import { answerSubject, revealSubject } from './commands.ts'
import { getSubject, listSubjects } from './queries.ts'

export const subjectFunctions: Functions<typeof subjectRoutes> = {
  ...{ seeSubject, askSubject, seeOwnSubject, askOwnSubject },
  ...{ listSubjects, getSubject, revealSubject, answerSubject },
}
