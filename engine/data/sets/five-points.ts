/** Five points of one feature, after Ergen & Pilanci 2020 (arXiv 2002.11219): few enough that the lasso over hinges is plain. */
export const FIVE_POINTS = `x,y
-1,0.2
-0.4,-0.3
0.1,0.6
0.5,0.1
1,0.9
`;
