package dev.tandem.local.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.local.services.contract.CassandraContract;
import dev.tandem.local.services.contract.KafkaContract;
import dev.tandem.local.services.contract.PostgresContract;
import dev.tandem.local.services.server.CassandraServer;
import dev.tandem.local.services.server.KafkaServer;
import dev.tandem.local.services.server.PostgresServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharedStackIT {
    @Test
    void twoWhoAskAtOnceShareTheServersButNoDatabase() {
        CompletableFuture<Lease> one = CompletableFuture.supplyAsync(() -> SharedStack.lease("twin"));
        CompletableFuture<Lease> other = CompletableFuture.supplyAsync(() -> SharedStack.lease("twin"));

        List<Lease> leases = List.of(one.join(), other.join());

        assertThat(leases).extracting(Lease::postgresUrl).doesNotHaveDuplicates();
        assertThat(leases).extracting(Lease::cassandraKeyspace).doesNotHaveDuplicates();
        assertThat(leases.get(0).kafkaBootstrapServers())
                .isEqualTo(leases.get(1).kafkaBootstrapServers());
        assertThat(leases.get(0).cassandraPort()).isEqualTo(leases.get(1).cassandraPort());
    }

    @Test
    void applyingTheContractsAgainChangesNothing() {
        Lease lease = SharedStack.lease("again");
        URI database = URI.create(lease.postgresUrl().replaceFirst("^jdbc:", ""));

        PostgresContract.apply(
                new PostgresServer(database.getPort()), database.getPath().substring(1));
        CassandraContract.apply(new CassandraServer(lease.cassandraPort(), 0), lease.cassandraKeyspace());
        KafkaContract.apply(
                new KafkaServer(Integer.parseInt(lease.kafkaBootstrapServers().replaceFirst(".*:", "")), 0));
    }

    @Test
    void aNameThatIsNoNameIsRefusedWithTheAllowedOnes() {
        assertThatThrownBy(() -> SharedStack.lease("Bad-Name"))
                .hasMessageContaining("name of a lease is 'Bad-Name'; allowed: 1 to 20 of a-z and 0-9");
    }
}
