import { sentences } from '#web/lib/words.ts'

/** Words of how a party did something. */
export const howWords = sentences({
  by: { zh: '由谁办理', en: 'Who does it' },
  self: { zh: '本人', en: 'in person' },
  guardian: { zh: '监护人', en: 'guardian' },
  agent: { zh: '代理人，有委托书', en: 'agent with a mandate' },
  way: { zh: '怎样办理', en: 'How' },
  drawn: { zh: '当面签名', en: 'Signed here' },
  pad: {
    zh: '签名板：用手指、笔或鼠标写名字；不能手写的，请选“纸件拍照”',
    en: 'Signing pad: write the name with a finger, a pen or the mouse. Who cannot, chooses “on paper, photographed”.',
  },
  photo: { zh: '纸件照片', en: 'Photograph of the paper' },
  photoHint: {
    zh: '拍清楚签名或指印，JPG、PNG、WebP。',
    en: 'Signature or fingerprint well in sight; JPG, PNG or WebP.',
  },
  witness: { zh: '见证人', en: 'Witness' },
  witnessHint: { zh: '谁在场听到的，写姓名和身份。', en: 'Who was there and heard it: name and role.' },
  missingInk: {
    zh: '请先在白框里签名，或改用别的方式。',
    en: 'Sign in the white box first, or choose another way.',
  },
})
