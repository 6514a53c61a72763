import { english } from '../i18n/messages.ts';

export const words = english({
  'app.lead':
    'One ReLU neuron, trained twice by gradient descent: on its non-convex loss, and on a convex relaxation that keeps the planted minimum.',
  'app.source': 'Ergen & Pilanci, “Convex Optimization for Shallow Neural Networks”, Allerton 2019',
  'help.title': 'Help',
  'help.keys': 'Keys and hands',
  'help.intro':
    '{{Press}} a landscape to place the start, or drag the start. Drag the map to pan; Ctrl + scroll or pinch to zoom.',
  'help.compared': 'What is compared',
  'help.left': 'Non-convex: f(w) = 1/(2n) Σ (relu(aᵢ·w) − yᵢ)².',
  'help.right':
    'Relaxation: g(w) = f(w) + 1/n Σ yᵢ max(−aᵢ·w, 0), convex. With labels of a plant, yᵢ = relu(aᵢ·w*), it is zero exactly where f is (proved); its gradient needs the same two products.',
  'help.step':
    'Both sides take steps of c/L, L = λmax(AᵀA)/n. Below 2/L descent on the relaxation is safe (proved).',
  'help.networkLead':
    'A network of two layers, net(x) = Σ αⱼ relu(wⱼ·x): gradient descent from a drawn start on the left, an exact convex program of the same problem on the right.',
  'help.networkLoss':
    'Both are told by F = 1/(2n) ‖net − y‖² + β/2 (‖W‖² + ‖α‖²), a mean over the n samples.',
  'help.networkProgram':
    'The program chooses a vector for each pattern of samples that a neuron can switch on (Pilanci & Ergen 2020). Its optimum is that of every network that is wide enough; it gains neurons where the dual curve leaves the band ±β.',
  'help.networkBound':
    'Each round proves a lower bound that no network of any width can cross. With sampled patterns (more than two columns) nothing is proved, and the page says so. {{Press}} the circle to choose the neuron whose landscape is shown.',
  'help.liftLead':
    'One neuron of output α on one datum x = 1 with label y: on the left over (u, α), on the right lifted to v and w, what neurons of positive and of negative output make of the datum.',
  'help.liftSides':
    'Left: 1/2 (α relu(u) − y)² + β/2 (u² + α²), not convex. Right: 1/2 (v − w − y)² + β (v + w) over v, w ≥ 0, convex. Both have the same optimum value (proved).',
  'help.other':
    'Two losses: both sides begin at the same start and take steps of the same rule, each on its own loss. The parameters are in the drawer of the scenario.',
  'help.networkSource': 'Pilanci & Ergen 2020, arXiv 2002.10553',
  'help.always': 'Alt+K (play or pause) and Alt+R (back to the start) always work.',
  'help.honest': 'This page stores nothing but what you save and sends nothing.',
  'help.cite': 'Cite this:',
  'help.cite.text':
    'Twin Descent, after T. Ergen and M. Pilanci, “Convex Optimization for Shallow Neural Networks”, Allerton 2019. See CITATION.cff.',
  'key.playPause': 'play or pause',
  'key.arrows': '← →',
  'key.step': 'one step back or on (Shift: ten)',
  'key.home': 'Home End',
  'key.homeEnd': 'first and last step computed',
  'key.r': 'R',
  'key.reset': 'back to the start',
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
  'key.tone': 'tone that follows the loss',
  'key.escape': 'Esc',
  'key.close': 'close what lies on top',
  'key.altK': 'Alt+K',
  'key.altR': 'Alt+R',
  'help.all': 'Single keys on',
  'help.switch':
    'Clear the mark to switch a key off; the link keeps it. With single keys off a presenter’s clicker is off too.',
  'help.limits': 'This link locks or hides some controls.',
  'key.question': '?',
  'key.undo': 'take back the last change',
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
