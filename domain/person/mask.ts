/** A name with all but its first character hidden: `王**`. */
export function maskName(name: string): string {
  const [first, ...rest] = [...name]
  return (first ?? '') + '*'.repeat(Math.min(rest.length, 3) || 1)
}

/** A mobile number with its middle hidden: `199****0012`; shorter ones, landlines too, keep only the last two digits. */
export function maskPhone(phone: string): string {
  if (phone.length < 11) return '*'.repeat(Math.max(phone.length - 2, 1)) + phone.slice(-2)
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** An e-mail address with all but its first character and its host hidden: `z***@example.org`. */
export function maskMail(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}***${address.slice(at)}`
}
