import { type Login, password } from './factory.ts'
import type { IdentityProvider, Visit } from './identity-provider.ts'
import { Jar } from './jar.ts'
import type { TestServer } from './server.ts'

/** What people do with a platform, in this process. In: the two that are there once the test has begun. */
export function signOn(given: () => { server: TestServer; platform: IdentityProvider }) {
  /** What a browser sends after it has been at the platform. */
  async function comeBack(jar: Jar, visit: Visit, from?: string) {
    const { url } = await jar.ok('askProvider', { body: from === undefined ? {} : { from } })
    return given().platform.visit(url, visit)
  }
  return {
    comeBack,
    /** Somebody signed in by password, linked with an identity that is called after the login. */
    async linked(login: Login): Promise<Jar> {
      const { server, platform } = given()
      const jar = new Jar(server.app)
      await jar.ok('signIn', { body: { login, password } })
      const { url } = await jar.ok('askIdentity')
      await jar.ok('linkIdentity', { body: await platform.visit(url, { login: `id-of-${login}` }) })
      return jar
    },
    enter: async (jar: Jar, visit: Visit, from?: string) =>
      jar.ok('signInByProvider', { body: await comeBack(jar, visit, from) }),
  }
}
