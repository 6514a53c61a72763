import { english } from '../i18n/messages.ts';

export const words = english({
  'app.lead':
    'Gradient descent trains one ReLU neuron twice: on its non-convex loss, and on a convex relaxation that keeps its minimum at the star, the weights that made the data.',
  'app.source': 'Ergen & Pilanci, “Convex Optimization for Shallow Neural Networks”, Allerton 2019',
  'help.title': 'Help',
  'help.keys': 'Keyboard, mouse and touch',
  'help.intro':
    '{{Press}} a map to place the start, or drag the start. Drag the map to pan; Ctrl + scroll or pinch to zoom. The button beside Play starts 200 runs at once, from the whole window or from a rectangle that you drag.',
  'help.intro.touch':
    'Tap a map to place the start, or drag the start; on a phone the first tap enlarges the map. Two fingers pan and zoom. The “200 starts” button, beside Play or under “…”, starts 200 runs at once, from the whole window or from a rectangle that you drag.',
  'help.compared': 'What is compared',
  'help.left': 'Non-convex: f(w) = 1/(2n) Σ (relu(aᵢ·w) − yᵢ)².',
  'help.right':
    'Relaxation: g(w) = f(w) + 1/n Σ yᵢ max(−aᵢ·w, 0), convex. When the labels come from the star w*, yᵢ = relu(aᵢ·w*), g is zero exactly where f is (proved). Its gradient costs the same two matrix products.',
  'help.step':
    'Both sides take steps of c/L, L = λmax(AᵀA)/n. Below 2/L descent on the relaxation is safe (proved).',
  'help.networkLead':
    'This problem compares two ways to train a two-layer network, net(x) = Σ αⱼ relu(wⱼ·x). Left: gradient descent from a random start. Right: an exact convex program for the same problem.',
  'help.networkLoss':
    'Both are measured by F = 1/(2n) ‖net − y‖² + β/2 (‖W‖² + ‖α‖²), a mean over the n samples.',
  'help.networkProgram':
    'The program has one vector for each pattern of active samples (Pilanci & Ergen 2020). Its optimum equals that of any sufficiently wide network; it adds neurons where the dual curve leaves the band ±β.',
  'help.networkBound':
    'Each round proves a lower bound that no network of any width can cross. With sampled patterns (more than two columns) nothing is proved, and the page says so. {{Press}} the circle to choose the neuron whose landscape is shown.',
  'help.liftLead':
    'One neuron with output weight α fits a single data point x = 1 with label y. Left: in the weights (u, α). Right: lifted to v and w, the contributions of a positive and a negative neuron.',
  'help.liftSides':
    'Left: 1/2 (α relu(u) − y)² + β/2 (u² + α²), not convex. Right: 1/2 (v − w − y)² + β (v + w) over v, w ≥ 0, convex. Both have the same optimum value (proved).',
  'help.other':
    'Both sides begin at the same start and follow the same update rule, each on its own loss. The parameters are in the Scenario drawer.',
  'help.networkSource': 'Pilanci & Ergen 2020, arXiv 2002.10553',
  'help.always': 'Alt+K (play or pause) and Alt+R (restart) always work.',
  'help.honest': 'This page stores only what you save and sends nothing.',
  'help.cite': 'Cite this:',
  'help.cite.text':
    'Twin Descent, after T. Ergen and M. Pilanci, “Convex Optimization for Shallow Neural Networks”, Allerton 2019. See CITATION.cff.',
  'key.playPause': 'play or pause',
  'key.play': 'play or pause; at the end, play again from the start (Shift: go on)',
  'key.arrows': '← →',
  'key.step': 'step back or forward (Shift: ten)',
  'key.home': 'Home End',
  'key.homeEnd': 'first and last step computed',
  'key.r': 'R',
  'key.reset': 'restart',
  'key.n': 'N',
  'key.newSeed': 'new seed',
  'key.g': 'G',
  'key.crowd': '200 starts at once, or none',
  'key.plusMinus': '+ −',
  'key.speed': 'faster or slower',
  'key.f': 'F',
  'key.fullScreen': 'full screen',
  'key.p': 'P',
  'key.projector': 'projector',
  'key.b': 'B',
  'key.blank': 'blank screen',
  'key.help': 'this help',
  'key.t': 'T',
  'key.tone': 'sound that follows the loss',
  'key.escape': 'Esc',
  'key.close': 'close the top panel',
  'key.altK': 'Alt+K',
  'key.altR': 'Alt+R',
  'help.all': 'Single keys on',
  'help.switch':
    'Untick a key to disable it; links remember this. Turning single keys off also disables presentation clickers.',
  'help.limits': 'This link locks or hides some controls.',
  'key.question': '?',
  'key.undo': 'undo the last change',
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
