export type DrawerName = 'scenario' | 'layers' | 'lectures' | 'explain' | 'ensemble';

export interface HeaderActs {
  drawer: DrawerName | null;
  onDrawer: (which: DrawerName) => void;
  onOwnData: () => void;
  onHelp: () => void;
  onShare: () => void;
}
