package dev.tandem.training.solver;

import dev.tandem.core.factors.FactorMatrix;

/** What a factor model has learnt: a vector for each user and each item, by their indices. */
public record Factors(FactorMatrix users, FactorMatrix items) {
    public Factors {
        if (users.rank() != items.rank()) {
            throw new IllegalArgumentException("Users have rank %d and items %d".formatted(users.rank(), items.rank()));
        }
    }
}
