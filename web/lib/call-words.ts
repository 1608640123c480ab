import type { Sentence } from '#contract/words/language.ts'
import type { MediaProblem } from './call.ts'

/** Words of a video room, at the desk and on a phone. */
export const callWords = {
  title: { zh: '视频调解室', en: 'Video room' },
  open: { zh: '进入视频调解室', en: 'Open the video room' },
  lead: {
    zh: '画面和声音只在各方的浏览器之间传送，不经过服务器，也不录制。',
    en: 'Picture and sound go from browser to browser only; nothing passes the server and nothing is recorded.',
  },
  leadCaucus: {
    zh: '背靠背：只有这一方和调解员能进来。',
    en: 'A caucus: only this side and the mediators can come in.',
  },
  join: { zh: '打开摄像头，进入', en: 'Turn on the camera and enter' },
  asking: {
    zh: '浏览器会问能不能用摄像头和麦克风，请点“允许”。',
    en: 'The browser asks for camera and microphone. Please allow both.',
  },
  joining: { zh: '正在进入…', en: 'Entering…' },
  alone: { zh: '现在只有您一个人，等其他人进来。', en: 'You are alone here. Waiting for the others.' },
  me: { zh: '我', en: 'me' },
  no: { zh: '{no} 号当事人', en: 'Party no. {no}' },
  mediator: { zh: '调解员', en: 'mediator' },
  connecting: { zh: '正在接通…', en: 'connecting…' },
  lost: { zh: '断了，正在重连…', en: 'broken off, reconnecting…' },
  lostSelf: { zh: '网络断了，正在重连…', en: 'You are offline. Reconnecting…' },
  mute: { zh: '静音', en: 'Mute' },
  unmute: { zh: '取消静音', en: 'Unmute' },
  hide: { zh: '关摄像头', en: 'Camera off' },
  show: { zh: '开摄像头', en: 'Camera on' },
  leave: { zh: '离开', en: 'Leave' },
  over: { zh: '您已离开视频调解室。', en: 'You have left the video room.' },
  again: { zh: '再进入', en: 'Enter again' },
  retry: { zh: '再试一次', en: 'Try again' },
  place: { zh: '接不通的话，可以用：{place}', en: 'If it does not connect, use: {place}' },
  noPlace: { zh: '接不通的话，请打电话和调解员商量。', en: 'If it does not connect, call the mediator.' },
  back: { zh: '回到调解', en: 'Back to the mediation' },
  closed: { zh: '这一场已经结束或取消。', en: 'This session is over or was cancelled.' },
} as const satisfies Record<string, Sentence>

export const mediaWords: Record<MediaProblem, Sentence> = {
  insecure: {
    zh: '这个网址不是 https，浏览器不让用摄像头。请用 https 的链接打开。',
    en: 'This address is not https, so the browser gives no camera. Open the https link.',
  },
  denied: {
    zh: '摄像头或麦克风没有允许。请点地址栏旁边的锁，改成“允许”，再试一次。',
    en: 'Camera or microphone was not allowed. Press the lock beside the address, allow both, and try again.',
  },
  noDevice: {
    zh: '没有找到摄像头和麦克风。请插上，或换一台设备。',
    en: 'No camera or microphone was found. Plug one in, or use another device.',
  },
  busy: {
    zh: '摄像头或麦克风正被别的程序占用。请关掉那个程序，再试一次。',
    en: 'Another program is using the camera or microphone. Close it and try again.',
  },
}
