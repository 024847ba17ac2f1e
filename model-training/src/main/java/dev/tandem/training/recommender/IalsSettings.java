package dev.tandem.training.recommender;

import dev.tandem.core.factors.RowObjective;
import dev.tandem.training.interactions.EventWeights;
import dev.tandem.training.interactions.TrainingSet;
import dev.tandem.training.solver.Factors;
import dev.tandem.training.solver.ImplicitSolver;
import dev.tandem.training.solver.SolverSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tandem's own solver, {@link ImplicitSolver}. */
public record IalsSettings(SolverSettings solver) implements FactorSettings {
    static final String ALGORITHM = "ials";

    public IalsSettings {
        SettingChecks.range("--ials.rank", solver.rank(), SettingChecks.MAX_RANK);
        SettingChecks.positive("--ials.regularisation", solver.regularisation());
        SettingChecks.notNegative("--ials.exponent", solver.exponent());
        SettingChecks.positive("--ials.unobserved-weight", solver.unobservedWeight());
        SettingChecks.range("--ials.iterations", solver.iterations(), SettingChecks.MAX_ITERATIONS);
    }

    @Override
    public String algorithm() {
        return ALGORITHM;
    }

    @Override
    public Map<String, Object> byName() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("rank", solver.rank());
        settings.put("regularisation", solver.regularisation());
        settings.put("exponent", solver.exponent());
        settings.put("unobserved_weight", solver.unobservedWeight());
        settings.put("iterations", solver.iterations());
        settings.put("seed", solver.seed());
        return settings;
    }

    @Override
    public RowObjective objective() {
        return solver.objective();
    }

    static IalsSettings of(StoredSettings stored) {
        return new IalsSettings(new SolverSettings(
                stored.integer("rank"),
                stored.number("regularisation"),
                stored.number("exponent"),
                stored.number("unobserved_weight"),
                stored.integer("iterations"),
                stored.whole("seed")));
    }

    @Override
    public Factors fit(TrainingSet training, EventWeights weights, URI checkpoints) {
        int users = training.userCount();
        int items = training.itemCount();
        return ImplicitSolver.fit(training.indexed(weights), users, items, solver.bounded(users, items));
    }
}
