package dev.tandem.core.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LowerTriangleTest {
    @Test
    void addsSquaresOfVectors() {
        double[][] triangle = LowerTriangle.zeros(2);

        LowerTriangle.addSquare(triangle, new double[] {1, 2}, 3);
        LowerTriangle.addSquare(triangle, new double[] {1, 0}, 1);

        assertThat(triangle).isDeepEqualTo(new double[][] {{4}, {6, 12}});
    }

    @Test
    void solvesEquations() {
        // 4x + 2y + 0z = 8, 2x + 5y + 1z = 15, 0x + 1y + 3z = 11 for x = 1, y = 2, z = 3
        double[][] triangle = {{4}, {2, 5}, {0, 1, 3}};
        double[] right = {8, 15, 11};

        LowerTriangle.solve(triangle, right, new double[3]);

        assertThat(right[0]).isCloseTo(1, within(1e-12));
        assertThat(right[1]).isCloseTo(2, within(1e-12));
        assertThat(right[2]).isCloseTo(3, within(1e-12));
    }
}
