import { sentences } from '#web/lib/words.ts'

/** The words of the primitives; they name no thing of the field. */
export const uiWords = sentences({
  optional: { zh: '选填', en: 'optional' },
  retry: { zh: '再试一次', en: 'Try again' },
  close: { zh: '关闭', en: 'Close' },
  loading: { zh: '正在读取…', en: 'Loading…' },
  failed: { zh: '没有读到内容', en: 'This could not be loaded' },
  offlineTitle: { zh: '网络断开了', en: 'There is no connection' },
  offlineRead: {
    zh: '已经打开的内容还在，写到一半的也在。网络恢复后会自动更新。',
    en: 'What is open stays open and what you were writing is kept. Everything refreshes when the connection is back.',
  },
  offlineBanner: {
    zh: '网络断开：可以继续填写，内容存在这台设备上，恢复后再提交。',
    en: 'Offline: go on writing. Your text is kept on this device; send it when the connection is back.',
  },
  pickerEmpty: { zh: '没有符合的选项，换个词试试。', en: 'Nothing fits. Try another word.' },
  pickerSearching: { zh: '正在查找…', en: 'Searching…' },
  pickerCount: { zh: '{count} 个选项', en: '{count} options' },
  addFile: { zh: '添加照片或文件', en: 'Add photos or files' },
  takePhoto: { zh: '拍照', en: 'Take a photo' },
  removeFile: { zh: '移除 {name}', en: 'Remove {name}' },
  viewFile: { zh: '查看 {name}', en: 'View {name}' },
  openFile: { zh: '在新窗口打开', en: 'Open in a new window' },
  photo: { zh: '照片 {index}', en: 'Photo {index}' },
  filesHint: { zh: 'JPG、PNG、WebP 或 PDF，最多 {max} 个', en: 'JPG, PNG, WebP or PDF, at most {max}' },
  filesLeft: {
    zh: '最多 {max} 个，这 {count} 个没有收下：{names}',
    en: 'At most {max}; these {count} were not taken: {names}',
  },
  sending: { zh: '正在上传 {name}…', en: 'Uploading {name}…' },
  sent: { zh: '{name} 已上传', en: '{name} uploaded' },
  previous: { zh: '上一张', en: 'Previous' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  turn: { zh: '转动', en: 'Turn' },
  ofMany: { zh: '{name}（{index}/{count}）', en: '{name} ({index} of {count})' },
  next: { zh: '下一张', en: 'Next' },
  padEmpty: {
    zh: '请在白框里用手指或鼠标写名字',
    en: 'Write the name in the white box with a finger or the mouse',
  },
  padWritten: { zh: '已写好，不满意可以重写', en: 'Written; clear it to write again' },
  padClear: { zh: '重写', en: 'Clear' },
})
