package speaker

// fitted are the coefficients of the ranker of antecedents, and nobody is the score of there being none.
var fitted = Weights{2.5, -3, -1.5, .3, .8, .6, -1.6, .8, .8, -.6, .5, .3, 0}

const nobody = 0.0
