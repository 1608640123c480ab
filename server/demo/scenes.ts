const wall = (fill: string) => `<rect width="960" height="720" fill="${fill}"/>`
const ground = (y: number, fill: string) => `<rect y="${y}" width="960" height="${720 - y}" fill="${fill}"/>`
const block = (x: number, lit: string) =>
  `<rect x="${x}" y="120" width="250" height="420" fill="#c9b8a3"/>` +
  [0, 1, 2, 3]
    .map((row) =>
      [0, 1, 2]
        .map(
          (c) => `<rect x="${x + 25 + c * 75}" y="${150 + row * 95}" width="50" height="60" fill="${lit}"/>`,
        )
        .join(''),
    )
    .join('')
const lamp = (head: string, glow: string) =>
  `${glow}<rect x="470" y="250" width="14" height="330" fill="#5b6670"/><path d="M477 250 q0 -70 90 -70" stroke="#5b6670" stroke-width="14" fill="none"/>` +
  `<rect x="545" y="168" width="90" height="26" rx="8" fill="${head}"/>`
const tree = (turn: number, leaves: string) =>
  `<g transform="rotate(${turn} 480 600)"><rect x="455" y="330" width="50" height="270" fill="#7a5a3c"/>` +
  `${leaves}</g>`
const leaf = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`
const cone = (x: number) =>
  `<path d="M${x} 600 l30 -90 h16 l30 90z" fill="#e06a3b"/><rect x="${x + 18}" y="550" width="40" height="14" fill="#fff"/>`
const room = `${wall('#efe6d6')}<rect width="960" height="250" fill="#fbf8f1"/><rect x="90" y="330" width="220" height="200" fill="#bcd6de"/><path d="M200 330 v200 M90 430 h220" stroke="#fff" stroke-width="10"/>${ground(600, '#c69c6d')}`
const scooter = (x: number) =>
  `<circle cx="${x}" cy="590" r="34" fill="#333"/><circle cx="${x + 130}" cy="590" r="34" fill="#333"/><path d="M${x} 590 h130 l-30 -70 h-40 l-30 40z M${x + 112} 520 l-12 -60 h-26" fill="#3b7a78" stroke="#3b7a78" stroke-width="10"/>`
const cover = (turn: number, hole: string) =>
  `<ellipse cx="480" cy="560" rx="150" ry="52" fill="${hole}"/><g transform="rotate(${turn} 480 560)"><ellipse cx="480" cy="560" rx="146" ry="50" fill="#6d7278"/>` +
  `<path d="M360 560 h240 M480 515 v90 M400 530 l160 60 M560 530 l-160 60" stroke="#50555a" stroke-width="8"/></g>`
const ripples = [0, 1, 2]
  .map(
    (i) =>
      `<ellipse cx="480" cy="580" rx="${330 - i * 70}" ry="${88 - i * 20}" fill="none" stroke="#7d8b62" stroke-width="6"/>`,
  )
  .join('')

/** Small pictures of what was broken and what was mended, drawn for the demo: no photograph, no real place. */
export const scenes: Readonly<Record<string, string>> = {
  'lamp-broken': `${wall('#1c2733')}${block(80, '#26323d')}${block(660, '#3a3f33')}${ground(540, '#141c24')}${lamp('#3d454c', '')}<path d="M575 200 l12 22 l-16 8 l14 24" stroke="#8b949c" stroke-width="5" fill="none"/>`,
  'lamp-repaired': `${wall('#1c2733')}${block(80, '#26323d')}${block(660, '#e5c469')}${ground(540, '#1d2630')}${lamp('#ffe9a8', '<path d="M590 190 L360 560 H820 Z" fill="#ffe9a8" opacity="0.35"/>')}`,
  'manhole-loose': `${wall('#cfd8dc')}${block(60, '#9fb6c1')}${ground(460, '#9aa0a4')}${cover(-14, '#22262a')}${cone(250)}${cone(650)}`,
  'manhole-fixed': `${wall('#cfd8dc')}${block(60, '#9fb6c1')}${ground(460, '#9aa0a4')}${cover(0, '#5a5f64')}`,
  pothole: `${wall('#d8e2e6')}${ground(380, '#7f8588')}<path d="M0 560 h960" stroke="#f2f2ee" stroke-width="10" stroke-dasharray="70 50"/><path d="M330 480 l90 -30 l110 14 l80 40 l-40 54 l-130 22 l-100 -30z" fill="#3d4346"/><ellipse cx="470" cy="518" rx="90" ry="26" fill="#8fb0bd"/>`,
  'pothole-filled': `${wall('#d8e2e6')}${ground(380, '#7f8588')}<path d="M0 560 h960" stroke="#f2f2ee" stroke-width="10" stroke-dasharray="70 50"/><path d="M320 440 h310 v140 h-310z" fill="#6a6f72"/>`,
  'sewer-overflow': `${wall('#d5dfd8')}${block(640, '#9fb6c1')}${ground(440, '#9aa0a4')}<ellipse cx="480" cy="580" rx="400" ry="110" fill="#98a679"/>${ripples}${cover(6, '#4c5638')}`,
  'sewer-clear': `${wall('#d5dfd8')}${block(640, '#9fb6c1')}${ground(440, '#a8adb0')}${cover(0, '#5a5f64')}<path d="M150 660 h240 M600 660 h220" stroke="#c3c9cc" stroke-width="8"/>`,
  'ceiling-leak': `${room}<path d="M430 0 q30 120 130 100 q120 -10 160 60 q70 -20 60 -160z" fill="#cdb68c"/>${[520, 590, 660].map((x, i) => `<path d="M${x} ${230 + i * 60} q-16 30 0 40 q16 -10 0 -40" fill="#6fa3b8"/>`).join('')}<path d="M520 600 h160 l-20 70 h-120z" fill="#c2452d"/>`,
  'ceiling-dry': `${room}<rect x="520" y="560" width="150" height="40" fill="#1f5f5b"/><circle cx="595" cy="520" r="46" fill="#5e8f52"/>`,
  'charging-wire': `${wall('#dfe6e8')}${block(330, '#9fb6c1')}${ground(600, '#a3a8ab')}<path d="M405 340 q-120 120 -60 240" stroke="#c2452d" stroke-width="8" fill="none"/>${scooter(280)}`,
  'charging-shed': `${wall('#dfe6e8')}<path d="M110 330 h740 l40 -70 h-820z" fill="#1f5f5b"/><rect x="150" y="330" width="16" height="290" fill="#5b6670"/><rect x="800" y="330" width="16" height="290" fill="#5b6670"/>${ground(620, '#a3a8ab')}${scooter(240)}${scooter(520)}<rect x="450" y="400" width="40" height="60" fill="#fff"/>`,
  'tree-leaning': `${wall('#dce8ee')}${block(650, '#9fb6c1')}${ground(590, '#8da37b')}${tree(24, `${leaf(480, 270, 80, '#8a8250')}${leaf(420, 320, 60, '#a08a4b')}<path d="M480 330 l-90 -160 M480 330 l120 -130" stroke="#7a5a3c" stroke-width="14"/>`)}`,
  'tree-trimmed': `${wall('#dce8ee')}${block(650, '#9fb6c1')}${ground(590, '#8da37b')}${tree(2, `${leaf(480, 260, 95, '#5e8f52')}${leaf(410, 310, 60, '#6fa062')}${leaf(550, 310, 60, '#6fa062')}`)}<path d="M380 600 L468 470 M580 600 L492 470" stroke="#8b949c" stroke-width="10"/>`,
}
