package org.carelane.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.MergedContextConfiguration;

@WithServers
@SpringBootTest(
    properties = {
      "spring.mongodb.uri=mongodb://nowhere.invalid:1",
      "spring.mongodb.database=the-services-own",
      "spring.kafka.bootstrap-servers=nowhere.invalid:1",
      "eureka.client.enabled=true"
    })
class WithServersTest {

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class EchoService {

    @Autowired KafkaTemplate<String, String> kafka;

    @Bean
    NewTopic questions() {
      return new NewTopic("questions", 3, (short) 1);
    }

    @Bean
    NewTopic answers() {
      return new NewTopic("answers", 3, (short) 1);
    }

    @KafkaListener(
        topics = "questions",
        groupId = "echo",
        properties = "auto.offset.reset=earliest")
    void answer(ConsumerRecord<String, String> question) {
      kafka.send("answers", question.key(), question.value());
    }
  }

  @Autowired MongoTemplate mongo;
  @Autowired MongoClient client;

  @Value("${eureka.client.enabled}")
  boolean eureka;

  @Value("${carelane.jwks-uri}")
  String jwksUri;

  @Test
  void serviceStoresInADatabaseOfThisTest() {
    mongo.insert(new Document("_id", "a"), "things");

    var name = mongo.getDb().getName();
    assertThat(name).startsWith("test_");
    assertThat(client.getDatabase(name).getCollection("things").find()).hasSize(1);
  }

  @Test
  void serverAnswersTheHealthCheck() {
    var hello = mongo.executeCommand(new Document("hello", 1));
    assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
  }

  @Test
  void serviceHearsAndIsHeard() {
    try (var answers = RecordedMessages.of("answers")) {
      TestMessages.send("questions", "key", "Question", "{}");
      assertThat(answers.await(message -> "key".equals(message.key())).body()).isEqualTo("{}");
    }
  }

  @Test
  void serviceTrustsTheTestKeyAndStaysOutOfTheRegistry() {
    assertThat(jwksUri).isEqualTo(TestTokens.jwksUri().toString());
    assertThat(eureka).isFalse();
  }

  @Test
  void everyContextGetsAnotherDatabase() {
    assertThat(databaseOfANewContext()).isNotEqualTo(databaseOfANewContext());
  }

  @Test
  void equalTestsShareAContext() {
    assertThat(new ServersProperties()).isEqualTo(new ServersProperties());
  }

  private static String databaseOfANewContext() {
    var context = new GenericApplicationContext();
    var configuration =
        new MergedContextConfiguration(WithServersTest.class, null, null, null, null);
    new ServersProperties().customizeContext(context, configuration);
    return context.getEnvironment().getRequiredProperty("spring.mongodb.database");
  }
}
