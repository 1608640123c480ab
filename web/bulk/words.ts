import { sentences } from '#web/lib/words.ts'

export const bulkWords = sentences({
  select: { zh: '多选', en: 'Select' },
  selectOff: { zh: '退出多选', en: 'Stop selecting' },
  selectRow: { zh: '选中：{title}', en: 'Select: {title}' },
  selectAll: { zh: '选中已列出的', en: 'Select all listed' },
  selected: { zh: '已选 {count} 件', en: '{count} selected' },
  selectedMost: { zh: '已选 {count} 件，一次最多 {most} 件', en: '{count} selected, at most {most} at once' },
  clear: { zh: '取消选择', en: 'Clear' },
  act: { zh: '批量办理', en: 'Move them' },
  title: { zh: '批量办理 {count} 件', en: 'Move {count} matters at once' },
  verb: { zh: '做什么', en: 'What to do' },
  asking: { zh: '正在逐件核对…', en: 'Checking each of them…' },
  mayAll: { zh: '{may} 件都可以{verb}。', en: '{verb}: all {may} may be done.' },
  mayNone: {
    zh: '选中的 {total} 件现在都不能{verb}。',
    en: '{verb}: none of the {total} chosen may be done now.',
  },
  maySome: {
    zh: '{total} 件中，{may} 件可以{verb}，{not} 件不可以。',
    en: '{verb}: of {total}, {may} may be done and {not} may not.',
  },
  whyNot: { zh: '不可以的 {count} 件和原因', en: 'The {count} that may not, and why' },
  unseen: { zh: '看不到的一件', en: 'one out of your reach' },
  changed: {
    zh: '按填写的内容重新核对，结果有变化，请看一下再确认。',
    en: 'Checked again with what you wrote, the result is another. Look at it and confirm.',
  },
  go: { zh: '对 {count} 件{verb}', en: '{verb}: {count}' },
  cancel: { zh: '先不做', en: 'Not now' },
  keep: { zh: '不改', en: 'Leave as it is' },
  triageHint: {
    zh: '只改选了的项，没选的每件保持原样。',
    en: 'Only what you choose changes; the rest stays as each matter has it.',
  },
  targetHint: {
    zh: '列出的是第一件可以派往的单位；不能派到这里的，核对时会逐件说明。',
    en: 'These are the units the first matter may go to; what may not go there is told one by one.',
  },
  colleagueHint: {
    zh: '列出的是第一件所在单位的同事；别的单位的事不能移交给他们，核对时会逐件说明。',
    en: 'These are colleagues at the unit of the first matter; what another unit has cannot go to them and is told one by one.',
  },
  running: { zh: '正在办理：{done} / {total}', en: 'Working: {done} of {total}' },
  mayLeave: {
    zh: '可以离开或关掉页面，办理会继续；结果在“批量与导出”里。',
    en: 'You may leave or close the page; the work goes on. The result stands under “Bulk and exports”.',
  },
  finished: {
    zh: '已完成：{done} 件办好，{notDone} 件没有办成。',
    en: 'Finished: {done} done, {notDone} not done.',
  },
  stopped: {
    zh: '办到一半停下了，原因在我们这边。已办好的 {done} 件有效，可以接着办剩下的。',
    en: 'It stopped half way, and the cause is on our side. The {done} done stand; you can go on with the rest.',
  },
  resume: { zh: '接着办', en: 'Go on' },
  notDone: { zh: '没有办成的 {count} 件和原因', en: 'The {count} not done, and why' },
  close: { zh: '完成', en: 'Close' },
  // the page of what was begun
  work: { zh: '批量与导出', en: 'Bulk and exports' },
  workLead: {
    zh: '你发起的批量办理和导出，离开页面也会做完。只有你自己看得到。',
    en: 'The bulk moves and exports you began; they are finished also when you leave. Only you see them.',
  },
  runs: { zh: '批量办理', en: 'Bulk moves' },
  noRuns: { zh: '还没有批量办理过', en: 'No bulk moves yet' },
  noRunsText: {
    zh: '在列表里点“多选”，选好后点“批量办理”。',
    en: 'Press “Select” above a list, choose matters, then “Move them”.',
  },
  runLine: { zh: '{verb} {total} 件', en: '{verb}: {total}' },
  runResult: { zh: '办好 {done}，未办成 {notDone}', en: '{done} done, {notDone} not' },
  showRun: { zh: '看结果', en: 'See the result' },
  stateRunning: { zh: '进行中', en: 'working' },
  stateDone: { zh: '已完成', en: 'finished' },
  stateFailed: { zh: '中断', en: 'stopped' },
  more: { zh: '加载更多', en: 'Load more' },
})
